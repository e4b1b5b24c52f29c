using System.Runtime.CompilerServices;
using Microsoft.ML.Data;
using SkiaSharp;

namespace Surrogates.Training.Data.Preprocessing;

/// <summary>The pixels of an <see cref="MLImage"/>.</summary>
/// <remarks>
/// ML.NET 5.0 was built with SkiaSharp 2, where <c>SKBitmap.GetPixelSpan</c> returned another type: with SkiaSharp 3 calling
/// <see cref="MLImage.Pixels"/> throws <see cref="MissingMethodException"/>. There the pixels are taken from the bitmap beneath.
/// </remarks>
internal static class ImagePixels
{
    private static readonly bool ArePublic = Probe();

    /// <summary>The rows of the image; valid as long as it is not disposed.</summary>
    public static PixelRows Of(MLImage image)
    {
        var pixels = ArePublic ? image.Pixels : Bitmap(image).GetPixelSpan();
        return new(pixels, image.Width, image.Height, image.PixelFormat == MLPixelFormat.Rgba32 ? PixelOrder.Rgba : PixelOrder.Bgra);
    }

    private static bool Probe()
    {
        using var image = MLImage.CreateFromPixels(1, 1, MLPixelFormat.Bgra32, [0, 0, 0, 255]);
        try
        {
            return image.Pixels.Length == 4;
        }
        catch (MissingMethodException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_image")]
    private static extern ref SKBitmap Bitmap(MLImage image);
}
