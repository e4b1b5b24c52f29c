using System.Buffers.Binary;
using SkiaSharp;
using Surrogates.Tests;

namespace Surrogates.Training.Tests.Data;

/// <summary>Makes picture files.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height, Func<int, int, SKColor> color) =>
        Encode(width, height, SKColorType.Bgra8888, color, SKEncodedImageFormat.Png);

    public static byte[] Png(int width, int height, SKColor color) => Png(width, height, (_, _) => color);

    public static byte[] Jpeg(int width, int height, Func<int, int, SKColor> color) =>
        Encode(width, height, SKColorType.Bgra8888, color, SKEncodedImageFormat.Jpeg);

    public static byte[] GreyJpeg(int width, int height, Func<int, int, byte> grey) =>
        Encode(width, height, SKColorType.Gray8, (x, y) => new SKColor(grey(x, y), grey(x, y), grey(x, y)), SKEncodedImageFormat.Jpeg);

    /// <summary>A JPEG with the orientation of EXIF: 1 to 8.</summary>
    public static byte[] Oriented(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            0xff, 0xe1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0,
            (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
            0, 0, 0, 0,
        ];
        return [.. jpeg.AsSpan(0, 2), .. exif, .. jpeg.AsSpan(2)];
    }

    /// <summary>The start of a PNG that promises a size and has no pixels.</summary>
    public static byte[] PngHeader(int width, int height)
    {
        var chunk = new byte[4 + 13];
        "IHDR"u8.CopyTo(chunk);
        BinaryPrimitives.WriteInt32BigEndian(chunk.AsSpan(4), width);
        BinaryPrimitives.WriteInt32BigEndian(chunk.AsSpan(8), height);
        chunk[12] = 8;
        chunk[13] = 2;
        var crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, System.IO.Hashing.Crc32.HashToUInt32(chunk));
        byte[] data = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, .. chunk, .. crc];
        return [.. data, 0, 0, 0, 0, .. "IDAT"u8, 0x35, 0xaf, 0x06, 0x1e];
    }

    /// <summary>Writes a file, and the folders that it lies in.</summary>
    public static string Write(TemporaryFolder folder, string name, byte[] content)
    {
        var path = folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>A folder a class, with pictures of one colour each: red is the class, green the position in it.</summary>
    public static void WriteClasses(TemporaryFolder folder, int classes, int pictures, string prefix = "")
    {
        for (var label = 0; label < classes; label++)
        {
            for (var item = 0; item < pictures; item++)
            {
                Write(folder, $"{prefix}class{label}/{item:000}.png", Png(4, 4, new SKColor((byte)label, (byte)item, 7)));
            }
        }
    }

    private static byte[] Encode(int width, int height, SKColorType type, Func<int, int, SKColor> color, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, type, SKAlphaType.Unpremul));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                bitmap.SetPixel(x, y, color(x, y));
            }
        }

        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }
}
