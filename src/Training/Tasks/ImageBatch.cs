using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>Pictures of a data set, on the device of the training.</summary>
/// <param name="Images">Batch × 3 × height × width, from 0 to 1; in training moved, mirrored and recoloured as the protocol says.</param>
/// <param name="Labels">The labels of the whole data set.</param>
/// <param name="Indices">Which pictures of the data set these are.</param>
/// <param name="Draws">
/// A random number a picture, from 0 to <see cref="int.MaxValue"/>: the same for a picture at every evaluation, new in every epoch of
/// training.
/// </param>
public sealed record ImageBatch(Tensor Images, ImageLabels Labels, int[] Indices, int[] Draws)
{
    /// <summary>How each picture was moved; empty where none was.</summary>
    public IReadOnlyList<PictureChange> Changes { get; init; } = [];

    /// <summary>The labels at the pixels of these pictures, moved as the pictures are, on their device.</summary>
    /// <param name="labels">Labels of the whole data set.</param>
    /// <returns>Batch × planes × height × width bytes.</returns>
    public Tensor ReadDense(DenseLabels labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var bytes = labels.Planes * labels.Height * labels.Width;
        var values = new byte[Indices.Length * bytes];
        labels.Read(Indices, values);
        for (var i = 0; i < Changes.Count; i++)
        {
            var planes = values.AsSpan(i * bytes, bytes);
            if (Changes[i].Mirrors)
            {
                labels.OnMirrored(planes);
            }

            Geometry.Apply(planes, labels.Height, labels.Width, Changes[i], labels.Unknown);
        }

        return ComputePlacement.Copy(values, Images.device, Indices.Length, labels.Planes, labels.Height, labels.Width);
    }
}
