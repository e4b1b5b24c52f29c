using System.Buffers;
using System.Buffers.Binary;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// The numbers of a PNG as they are in the file: indices of a palette, not its colours; grey of 16 bits whole, of fewer than 8 not spread
/// to 255. Libraries that decode pictures to show them change all of these, which pictures may bear and labels may not.
/// </summary>
internal sealed class PngSamples : IDisposable
{
    private readonly byte[] _rows;
    private readonly int _rowBytes;

    private PngSamples(PngHeader header, byte[] rows)
    {
        (Width, Height, BitDepth, Channels, IsPalette) =
            (header.Width, header.Height, header.BitDepth, header.Channels, header.Kind == PngKind.Palette);
        (_rows, _rowBytes) = (rows, header.RowBytes);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The bits of a number: 1, 2, 4, 8 or 16.</summary>
    public int BitDepth { get; }

    /// <summary>The numbers of a pixel: 1 of grey or a palette, 2 of grey and alpha, 3 of colours, 4 of colours and alpha.</summary>
    public int Channels { get; }

    /// <summary>Whether the numbers are indices of a palette.</summary>
    public bool IsPalette { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It is no PNG, is damaged or too large, or its rows are interlaced.</exception>
    public static PngSamples Read(string path)
    {
        var (header, compressed) = PngChunks.Read(path);
        var rows = ArrayPool<byte>.Shared.Rent(header.Height * header.RowBytes);
        try
        {
            PngRows.Read(path, header, compressed, rows);
            return new(header, rows);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(rows);
            throw;
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_rows);

    /// <summary>The bytes of a row.</summary>
    public ReadOnlySpan<byte> Row(int y) => _rows.AsSpan(y * _rowBytes, _rowBytes);

    /// <summary>A number of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="index">Which, from the left; a pixel has <see cref="Channels"/>.</param>
    public int Sample(ReadOnlySpan<byte> row, int index)
    {
        switch (BitDepth)
        {
            case 8:
                return row[index];
            case 16:
                return BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]);
            default:
                // The first of a byte is in its highest bits.
                var bit = index * BitDepth;
                return (row[bit / 8] >> (8 - BitDepth - (bit % 8))) & ((1 << BitDepth) - 1);
        }
    }
}
