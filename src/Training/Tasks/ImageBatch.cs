using Surrogates.Training.Data;
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
public sealed record ImageBatch(Tensor Images, ImageLabels Labels, int[] Indices, int[] Draws);
