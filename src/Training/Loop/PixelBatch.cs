using Surrogates.Training.Tasks;

namespace Surrogates.Training.Loop;

/// <summary>A batch before it is brought to a device. The pixels are overwritten by the next batch.</summary>
/// <param name="Pixels">Batch × channels × height × width bytes.</param>
/// <param name="Shape">These four.</param>
/// <param name="Indices">Which pictures of the data set these are.</param>
/// <param name="Draws">A random number a picture.</param>
/// <param name="Changes">How each picture was mirrored and shifted.</param>
internal sealed record PixelBatch(byte[] Pixels, long[] Shape, int[] Indices, int[] Draws, PictureChange[] Changes);
