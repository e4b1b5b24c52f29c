using System.Runtime.InteropServices;
using Microsoft.ML.Data;
using SkiaSharp;

namespace Surrogates.Training.Data;

/// <summary>
/// Brings an image to the size of a network: the largest part of the right shape from the middle, resized with bilinear filtering over
/// mipmaps (so that fine structure is averaged and not sampled), transparent pixels over white. The same for training and scoring.
/// </summary>
internal sealed class ImagePreprocessing(int height, int width)
{
    /// <summary>Rows of the result.</summary>
    public int Height => height;

    /// <summary>Columns of the result.</summary>
    public int Width => width;

    /// <summary>Writes the planes of an image: red, green, blue, each row by row.</summary>
    public unsafe void ToPlanes(MLImage image, Span<byte> planes)
    {
        var isBgra = image.PixelFormat == MLPixelFormat.Bgra32;
        fixed (byte* pixels = image.Pixels)
        {
            var info = new SKImageInfo(
                image.Width, image.Height, isBgra ? SKColorType.Bgra8888 : SKColorType.Rgba8888, SKAlphaType.Premul);
            using var source = new SKPixmap(info, (IntPtr)pixels);
            ToPlanes(source, planes);
        }
    }

    /// <summary>Writes the plane of a grey image.</summary>
    public unsafe void ToPlane(ReadOnlySpan<byte> grey, int rows, int columns, Span<byte> plane)
    {
        if (rows == height && columns == width)
        {
            grey.CopyTo(plane);
            return;
        }

        fixed (byte* pixels = grey)
        fixed (byte* target = plane)
        {
            using var source = new SKPixmap(new SKImageInfo(columns, rows, SKColorType.Gray8, SKAlphaType.Opaque), (IntPtr)pixels);
            using var resized = new SKPixmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque), (IntPtr)target, width);
            Resize(source, resized);
        }
    }

    private unsafe void ToPlanes(SKPixmap source, Span<byte> planes)
    {
        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
        var pixels = new byte[info.BytesSize];
        fixed (byte* target = pixels)
        {
            using var resized = new SKPixmap(info, (IntPtr)target);
            Resize(source, resized);
        }

        var plane = height * width;
        var colours = MemoryMarshal.Cast<byte, uint>(pixels);
        for (var i = 0; i < plane; i++)
        {
            // Premultiplied: what is not covered is white.
            var rgba = colours[i];
            var white = 255 - (rgba >> 24);
            planes[i] = (byte)((rgba & 255) + white);
            planes[plane + i] = (byte)(((rgba >> 8) & 255) + white);
            planes[(2 * plane) + i] = (byte)(((rgba >> 16) & 255) + white);
        }
    }

    private void Resize(SKPixmap source, SKPixmap target)
    {
        var (sourceWidth, sourceHeight) = (source.Width, source.Height);
        var cropped = (long)sourceWidth * height > (long)sourceHeight * width
            ? (Width: Math.Max(1, (int)Math.Round((double)sourceHeight * width / height)), Height: sourceHeight)
            : (Width: sourceWidth, Height: Math.Max(1, (int)Math.Round((double)sourceWidth * height / width)));
        var middle = SKRectI.Create((sourceWidth - cropped.Width) / 2, (sourceHeight - cropped.Height) / 2, cropped.Width, cropped.Height);
        using var part = source.ExtractSubset(middle);
        if (!(part?.ScalePixels(target, SKFilterQuality.Medium) ?? false))
        {
            throw new InputException($"an image of {sourceWidth}×{sourceHeight} pixels cannot be brought to {width}×{height}.");
        }
    }
}
