using System.Buffers.Binary;
using Surrogates.Training.Data.Decoding;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>The size and the kind of a PNG's pixels.</summary>
internal readonly record struct PngHeader(int Width, int Height, int BitDepth, PngKind Kind)
{
    private const int Bytes = 13;

    /// <summary>The numbers of a pixel.</summary>
    public int Channels => Kind switch
    {
        PngKind.Grey or PngKind.Palette => 1,
        PngKind.GreyAlpha => 2,
        PngKind.Colours => 3,
        _ => 4,
    };

    /// <summary>The bytes of a row.</summary>
    public int RowBytes => (int)((((long)Width * Channels * BitDepth) + 7) / 8);

    /// <summary>The bytes from a byte to that of the pixel to its right; 1 where pixels are smaller.</summary>
    public int PixelBytes => Math.Max(1, Channels * BitDepth / 8);

    /// <summary>Reads the first chunk.</summary>
    /// <exception cref="InputException">It contradicts the format, or the picture is too large or interlaced.</exception>
    public static PngHeader Parse(string path, ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length != Bytes)
        {
            throw PngChunks.Damaged(path, $"its header has {chunk.Length} bytes, not {Bytes}");
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(chunk), BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]));
        if (width > PictureFile.MaximumSide || height > PictureFile.MaximumSide || (long)width * height > PictureFile.MaximumPixels)
        {
            throw new InputException(
                $"{path}: {width} × {height} pixels; at most {PictureFile.MaximumSide} a side and {PictureFile.MaximumPixels} in all are "
                + "read.");
        }

        var header = new PngHeader((int)width, (int)height, chunk[8], (PngKind)chunk[9]);
        if (width == 0 || height == 0 || !header.IsPossible || chunk[10] != 0 || chunk[11] != 0 || chunk[12] > 1)
        {
            throw PngChunks.Damaged(path, $"its header {Convert.ToHexStringLower(chunk)} is none of PNG");
        }

        return chunk[12] == 0
            ? header
            : throw new InputException($"{path}: its rows are interlaced; save the labels as a PNG that is not.");
    }

    private bool IsPossible => Kind switch
    {
        PngKind.Grey => BitDepth is 1 or 2 or 4 or 8 or 16,
        PngKind.Palette => BitDepth is 1 or 2 or 4 or 8,
        PngKind.Colours or PngKind.GreyAlpha or PngKind.ColoursAlpha => BitDepth is 8 or 16,
        _ => false,
    };
}
