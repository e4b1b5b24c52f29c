using System.IO.Compression;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// The rows of a PNG: decompressed, and each byte what it says plus what is told by those to the left (a), above (b) and both (c), in one
/// of five ways a row.
/// </summary>
internal static class PngRows
{
    /// <summary>Reads the rows, one after the other.</summary>
    /// <exception cref="InputException">They are damaged, too few or too many.</exception>
    public static void Read(string path, PngHeader header, Stream compressed, Span<byte> rows)
    {
        ReadOnlySpan<byte> above = new byte[header.RowBytes];
        Span<byte> way = stackalloc byte[1];
        try
        {
            using var content = new ZLibStream(compressed, CompressionMode.Decompress);
            for (var y = 0; y < header.Height; y++)
            {
                var row = rows.Slice(y * header.RowBytes, header.RowBytes);
                content.ReadExactly(way);
                content.ReadExactly(row);
                Restore(path, way[0], row, above, header.PixelBytes);
                above = row;
            }

            if (content.Read(way) > 0)
            {
                throw PngChunks.Damaged(path, "it has more rows than its header promises");
            }
        }
        catch (EndOfStreamException)
        {
            throw PngChunks.Damaged(path, "it has fewer rows than its header promises");
        }
        catch (InvalidDataException)
        {
            throw PngChunks.Damaged(path, "its pixels cannot be decompressed");
        }
    }

    private static void Restore(string path, byte way, Span<byte> row, ReadOnlySpan<byte> above, int pixelBytes)
    {
        switch (way)
        {
            case 0:
                break;
            case 1:
                for (var i = pixelBytes; i < row.Length; i++)
                {
                    row[i] += row[i - pixelBytes];
                }

                break;
            case 2:
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] += above[i];
                }

                break;
            case 3:
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] += (byte)(((i < pixelBytes ? 0 : row[i - pixelBytes]) + above[i]) / 2);
                }

                break;
            case 4:
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] += i < pixelBytes ? above[i] : Nearest(row[i - pixelBytes], above[i], above[i - pixelBytes]);
                }

                break;
            default:
                throw PngChunks.Damaged(path, $"a row of kind {way}; kinds are 0 to 4");
        }
    }

    // Paeth's predictor: that of a, b and c which is nearest to a + b − c, the first where two are.
    private static byte Nearest(byte a, byte b, byte c)
    {
        var (fromA, fromB, fromC) = (Math.Abs(b - c), Math.Abs(a - c), Math.Abs(a + b - (2 * c)));
        return fromA <= fromB && fromA <= fromC ? a : fromB <= fromC ? b : c;
    }
}
