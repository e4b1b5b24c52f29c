using Microsoft.ML.Data;
using SkiaSharp;

namespace Surrogates.Training.Data;

/// <summary>JPEG and PNG files.</summary>
/// <param name="folder">The folder that names are relative to.</param>
/// <param name="files">The files, relative to it, with '/' between folders.</param>
internal sealed class ImageFiles(string folder, IReadOnlyList<string> files) : IImageSource
{
    private const int MostPixelsOnASide = 32_768;
    private const long MostPixels = 100_000_000;

    public int Count => files.Count;

    public (int Height, int Width)? Size => null;

    public bool IsGrey => false;

    /// <summary>Whether a file's name is that of a JPEG or PNG image.</summary>
    public static bool IsImage(string name) => HasExtension(name, ".jpg", ".jpeg", ".png");

    /// <summary>Whether a file's name is that of an image that is not read.</summary>
    public static bool IsOtherImage(string name) =>
        HasExtension(name, ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".jp2", ".jfif", ".ico");

    public string GetName(int index) => files[index];

    public void Decode(int index, ImagePreprocessing preprocessing, Span<byte> planes)
    {
        var path = Path.Combine(folder, files[index]);
        var bytes = UserFile.Try(path, "read", () => File.ReadAllBytes(path));
        if (bytes.Length == 0)
        {
            throw new InputException($"{path}: the file is empty; a JPEG or PNG image is expected.");
        }

        RequireReadable(path, bytes);
        using var image = Decode(path, bytes);
        preprocessing.ToPlanes(image, planes);
    }

    // ML.NET gives no reason where it cannot decode, takes what is there of a file that breaks off, and allocates whatever a header
    // asks for. So header and completeness are looked at before.
    private static void RequireReadable(string path, byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data)
            ?? throw new InputException($"{path}: this is no JPEG or PNG image, or its header is damaged.");
        if (codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png))
        {
            throw new InputException($"{path}: this is a {codec.EncodedFormat.ToString().ToUpperInvariant()} image; JPEG and PNG are read.");
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > MostPixelsOnASide || height > MostPixelsOnASide || (long)width * height > MostPixels)
        {
            throw new InputException(
                $"{path}: {width}×{height} pixels; at most {MostPixelsOnASide} on a side and {MostPixels / 1_000_000} million in all are read.");
        }

        // A JPEG is decoded at an eighth of its size, which reads the file to its end at little cost.
        var size = codec.GetScaledDimensions(1f / 8);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Premul);
        using var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) is var result and not SKCodecResult.Success)
        {
            throw new InputException($"{path}: the image is damaged or breaks off ({result}).");
        }
    }

    private static MLImage Decode(string path, byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            return MLImage.CreateFromStream(stream);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new InputException($"{path}: the image cannot be decoded.", exception);
        }
    }

    private static bool HasExtension(string name, params ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
