using Microsoft.ML.Data;

namespace Surrogates.Training.Data.Preprocessing;

/// <summary>The pixels of an <see cref="MLImage"/>.</summary>
internal static class ImagePixels
{
    /// <summary>The rows of the image; valid as long as it is not disposed.</summary>
    public static PixelRows Of(MLImage image) => new(
        image.Pixels, image.Width, image.Height, image.PixelFormat == MLPixelFormat.Rgba32 ? PixelOrder.Rgba : PixelOrder.Bgra);
}
