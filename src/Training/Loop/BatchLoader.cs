using Surrogates.Numerics;
using Surrogates.Training.Data;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Loop;

/// <summary>
/// The batches of a data set. What is drawn for a picture follows from seed, epoch and picture alone, so that a training that is resumed
/// at an epoch goes on as if it had never stopped.
/// </summary>
internal sealed class BatchLoader
{
    private readonly ImageSubset _images;
    private readonly Augmentation _augmentation;
    private readonly int _seed;
    private byte[] _pixels = [];

    public BatchLoader(ImageSubset images, Augmentation augmentation, int batchSize, int seed)
    {
        _images = images;
        _augmentation = augmentation;
        _seed = seed;
        BatchSize = Math.Min(batchSize, images.Count);
    }

    /// <summary>Pictures a batch.</summary>
    public int BatchSize { get; }

    /// <summary>Full batches of an epoch. What is left over is another part of the pictures in every epoch.</summary>
    public int BatchesAnEpoch => _images.Count / BatchSize;

    /// <summary>The labels of the whole data set.</summary>
    public ImageLabels Labels => _images.Dataset.Labels;

    private int Height => _images.Dataset.Height;

    private int Width => _images.Dataset.Width;

    /// <summary>The batches of an epoch of training, in an order of its own.</summary>
    public IEnumerable<PixelBatch> Train(int epoch)
    {
        var order = _images.Indices.ToArray();
        SplitMix64.ForStream(_seed, (2 * epoch) + 1).Shuffle<int>(order);
        for (var batch = 0; batch < BatchesAnEpoch; batch++)
        {
            yield return Load(order[(batch * BatchSize)..((batch + 1) * BatchSize)], epoch);
        }
    }

    /// <summary>All pictures in their order, unchanged.</summary>
    public IEnumerable<PixelBatch> Evaluate()
    {
        for (var start = 0; start < _images.Count; start += BatchSize)
        {
            yield return Load([.. _images.Indices.AsSpan().Slice(start, Math.Min(BatchSize, _images.Count - start))], epoch: null);
        }
    }

    private PixelBatch Load(int[] indices, int? epoch)
    {
        var picture = ImageDataset.Channels * Height * Width;
        Array.Resize(ref _pixels, indices.Length * picture);
        _images.Dataset.Read(indices, _pixels);
        var draws = new int[indices.Length];
        var changes = new PictureChange[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            var random = SplitMix64.ForStream(_seed ^ ((epoch ?? -1) * 0x2545f491), indices[i]);
            draws[i] = random.Next(int.MaxValue);
            if (epoch is not null)
            {
                changes[i] = Geometry.Draw(Height, Width, _augmentation, ref random);
                Geometry.Apply(_pixels.AsSpan(i * picture, picture), Height, Width, changes[i]);
            }
        }

        return new PixelBatch(_pixels, [indices.Length, ImageDataset.Channels, Height, Width], indices, draws, changes);
    }
}
