using Microsoft.ML.Data;

namespace Surrogates.Training.Data.Preprocessing;

/// <summary>
/// Brings a picture of any size to planes of red, green and blue of one size, the same bytes in training and in scoring: the
/// largest centred part of the right proportions is scaled (<see cref="PictureResampler"/>), so that a square is made by bringing
/// the shorter side to the size and cutting off what the longer has more.
/// </summary>
/// <remarks>
/// What is transparent shows white, as viewers and browsers show it. Integer arithmetic: the same bytes on every machine.
/// An <see cref="MLImage"/> knows nothing of the orientation in a photograph's EXIF data; files are read with it applied.
/// </remarks>
internal sealed class ImagePreprocessing
{
    public ImagePreprocessing(int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        Height = height;
        Width = width;
    }

    public int Height { get; }

    public int Width { get; }

    /// <summary>The bytes of a picture: 3 × height × width.</summary>
    public int PictureBytes => ImageDataset.Channels * Height * Width;

    /// <summary>Writes the planes of an image; from any thread.</summary>
    /// <param name="image">The image, of any size.</param>
    /// <param name="destination"><see cref="PictureBytes"/> bytes.</param>
    public void ToPlanes(MLImage image, Span<byte> destination)
    {
        ToPlanes(ImagePixels.Of(image), destination);
        GC.KeepAlive(image);
    }

    /// <summary>Writes the planes of pixels: three of colour, one of grey.</summary>
    public void ToPlanes(PixelRows pixels, Span<byte> destination)
    {
        if (destination.Length != pixels.Channels * Height * Width)
        {
            throw new ArgumentException(
                $"{destination.Length} bytes for {pixels.Channels} planes of {Height} × {Width}.",
                nameof(destination));
        }

        PictureResampler.Resample(pixels, Height, Width, destination);
    }
}
