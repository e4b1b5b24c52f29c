using System.Buffers;
using Microsoft.ML.Data;
using SkiaSharp;
using Surrogates.Training.Data.Preprocessing;

namespace Surrogates.Training.Data.Decoding;

/// <summary>
/// Reads JPEG and PNG files. Which of the two it is, the content says, not the name; sizes are known and limited before any pixel is
/// decoded; a photograph is turned as its EXIF data say.
/// </summary>
internal static class PictureFile
{
    public const int MaximumSide = 32_768;
    public const long MaximumPixels = 100_000_000;
    public const long MaximumFileBytes = 1L << 28;

    // Larger pictures are decoded one at a time: a folder of the largest must not take 400 MB a core.
    private const long LargePixels = 16_000_000;

    private static readonly Lock LargePicture = new();

    /// <summary>Reads a file for scoring, turned as training turns it.</summary>
    /// <exception cref="InputException">The file is not such a picture, or is damaged or too large.</exception>
    public static MLImage Load(string path)
    {
        using var bitmap = Read(path);
        return MLImage.CreateFromPixels(bitmap.Width, bitmap.Height, MLPixelFormat.Bgra32, bitmap.GetPixelSpan());
    }

    /// <summary>Reads a file and writes its planes.</summary>
    /// <returns>The picture's width and height before it was brought to size.</returns>
    /// <exception cref="InputException">The file is not such a picture, or is damaged or too large.</exception>
    public static (int Width, int Height) ReadPlanes(string path, ImagePreprocessing preprocessing, Span<byte> destination)
    {
        using var bitmap = Read(path);
        preprocessing.ToPlanes(new PixelRows(bitmap.GetPixelSpan(), bitmap.Width, bitmap.Height, PixelOrder.Bgra), destination);
        return (bitmap.Width, bitmap.Height);
    }

    /// <summary>The bytes of a file, or of what a link leads to.</summary>
    /// <exception cref="InputException">It is not there.</exception>
    public static long LengthOf(string path) => UserFile.Try(path, "read", () => Length(new FileInfo(path)));

    private static unsafe SKBitmap Read(string path)
    {
        var length = LengthOf(path);
        switch (length)
        {
            case 0:
                // Pipes and devices also have no length; they are not opened, since that may never return.
                throw new InputException($"{path}: the file is empty; a JPEG or PNG picture is expected.");
            case > MaximumFileBytes:
                throw new InputException($"{path}: {length} bytes; a picture has at most {MaximumFileBytes}.");
        }

        var content = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            var count = UserFile.Try(path, "read", () =>
            {
                using var stream = UserFile.Open(path);
                return stream.ReadAtLeast(content.AsSpan(0, (int)length), (int)length, throwOnEndOfStream: false);
            });
            RequireKnownFormat(path, content.AsSpan(0, count));
            fixed (byte* start = content)
            {
                using var data = SKData.Create((IntPtr)start, count);
                using var codec = SKCodec.Create(data) ?? throw Damaged(path, "its header cannot be read");
                return Decode(path, codec);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(content);
        }
    }

    private static long Length(FileInfo file) =>
        (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;

    private static SKBitmap Decode(string path, SKCodec codec)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > MaximumSide || height > MaximumSide || (long)width * height > MaximumPixels)
        {
            throw new InputException(
                $"{path}: {width} × {height} pixels; at most {MaximumSide} a side and {MaximumPixels} in all are read.");
        }

        if ((long)width * height <= LargePixels)
        {
            return DecodePixels(path, codec);
        }

        lock (LargePicture)
        {
            return DecodePixels(path, codec);
        }
    }

    private static SKBitmap DecodePixels(string path, SKCodec codec)
    {
        // As ML.NET decodes: in the file's own colour space, premultiplied.
        var alpha = codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var info = codec.Info.WithColorType(SKColorType.Bgra8888).WithAlphaType(alpha);
        var bitmap = new SKBitmap();
        try
        {
            if (!bitmap.TryAllocPixels(info))
            {
                throw new InputException($"{path}: no memory for its {info.Width} × {info.Height} pixels.");
            }

            var result = codec.GetPixels(info, bitmap.GetPixels());
            if (result != SKCodecResult.Success)
            {
                throw Damaged(path, result == SKCodecResult.IncompleteInput ? "it ends too early" : $"decoding says {result}");
            }

            var turned = PictureOrientation.Turn(bitmap, codec.EncodedOrigin);
            if (turned != bitmap)
            {
                bitmap.Dispose();
            }

            return turned;
        }
        catch
        {
            bitmap.Dispose();
            throw;
        }
    }

    private static void RequireKnownFormat(string path, ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith<byte>([0xff, 0xd8, 0xff]) && !content.StartsWith<byte>([0x89, 0x50, 0x4e, 0x47]))
        {
            var start = content[..Math.Min(content.Length, 4)];
            throw new InputException(
                $"{path}: it begins with the bytes {Convert.ToHexStringLower(start)}; JPEG begins with ffd8ff and PNG with 89504e47.");
        }
    }

    private static InputException Damaged(string path, string how) =>
        new($"{path}: a damaged picture: {how}; copy it again, or leave it out.");
}
