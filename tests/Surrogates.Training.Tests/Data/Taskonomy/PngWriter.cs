using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Surrogates.Training.Tests.Data.Taskonomy;

/// <summary>Makes PNG files of every kind of pixels, with rows filtered in every way.</summary>
internal static class PngWriter
{
    private const int Palette = 3;

    public static byte[] Grey(int width, int height, Func<int, int, int> value, int bitDepth = 8) =>
        File(width, height, bitDepth, kind: 0, Pack(width, height, 1, bitDepth, (x, y, _) => value(x, y)));

    public static byte[] Indices(int width, int height, Func<int, int, int> value, int bitDepth = 8) =>
        File(width, height, bitDepth, Palette, Pack(width, height, 1, bitDepth, (x, y, _) => value(x, y)));

    public static byte[] Colours(int width, int height, Func<int, int, int, int> value, int bitDepth = 8) =>
        File(width, height, bitDepth, kind: 2, Pack(width, height, 3, bitDepth, value));

    public static byte[] ColoursAlpha(int width, int height, Func<int, int, int, int> value) =>
        File(width, height, bitDepth: 8, kind: 6, Pack(width, height, 4, bitDepth: 8, value));

    /// <summary>Rows of packed numbers.</summary>
    public static byte[][] Pack(int width, int height, int channels, int bitDepth, Func<int, int, int, int> value)
    {
        var rows = new byte[height][];
        for (var y = 0; y < height; y++)
        {
            rows[y] = new byte[((width * channels * bitDepth) + 7) / 8];
            for (var i = 0; i < width * channels; i++)
            {
                for (var bit = 0; bit < bitDepth; bit++)
                {
                    var isSet = (value(i / channels, y, i % channels) >> (bitDepth - 1 - bit)) & 1;
                    var position = (i * bitDepth) + bit;
                    rows[y][position / 8] |= (byte)(isSet << (7 - (position % 8)));
                }
            }
        }

        return rows;
    }

    /// <summary>A file whose rows are filtered in each way in turn, and whose pixels lie in two parts.</summary>
    public static byte[] File(int width, int height, int bitDepth, int kind, byte[][] rows, byte interlace = 0)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)bitDepth, (byte)kind, interlace);
        var channels = kind switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        using var stream = new MemoryStream();
        using (var compression = new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                byte[] above = [.. y == 0 ? [] : rows[y - 1], .. new byte[rows[y].Length]];
                compression.Write([(byte)(y % 5), .. Filter(y % 5, rows[y], above, Math.Max(1, channels * bitDepth / 8))]);
            }
        }

        var data = stream.ToArray();
        byte[] colours = kind == Palette ? Chunk("PLTE"u8, [.. Enumerable.Range(0, 768).Select(i => (byte)(i * 37))]) : [];
        return
        [
            0x89, .. "PNG"u8, 0x0d, 0x0a, 0x1a, 0x0a, .. Chunk("IHDR"u8, header), .. Chunk("tIME"u8, new byte[7]), .. colours,
            .. Chunk("IDAT"u8, data[..5]), .. Chunk("IDAT"u8, data[5..]), .. Chunk("IEND"u8, []),
        ];
    }

    public static byte[] Chunk(ReadOnlySpan<byte> name, byte[] content)
    {
        var (length, checksum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.HashToUInt32([.. name, .. content]));
        return [.. length, .. name, .. content, .. checksum];
    }

    private static byte[] Filter(int way, byte[] row, byte[] above, int pixelBytes)
    {
        var filtered = new byte[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            var (a, b, c) = i < pixelBytes ? (0, (int)above[i], 0) : (row[i - pixelBytes], above[i], above[i - pixelBytes]);
            var estimate = a + b - c;
            int[] byDistance = [.. new[] { a, b, c }.OrderBy(value => Math.Abs(estimate - value))];
            int[] predictions = [0, a, b, (a + b) / 2, byDistance[0]];
            filtered[i] = (byte)(row[i] - predictions[way]);
        }

        return filtered;
    }
}
