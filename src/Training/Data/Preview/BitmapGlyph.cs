using System.Collections.Concurrent;

namespace Surrogates.Training.Data.Preview;

/// <summary>A character of <see cref="BitmapFont"/>. Enlarged, its steps become slopes.</summary>
internal sealed class BitmapGlyph(IReadOnlyList<string> rows, int width)
{
    /// <summary>How much of a pixel is covered at most.</summary>
    public const int FullCoverage = Fine * Fine;

    // Each doubling of the pixels turns a step at a slope into two.
    private const int Fine = 4;

    private readonly ConcurrentDictionary<int, byte[,]> _coverage = new();

    /// <summary>Columns at scale 1.</summary>
    public int Width => width;

    /// <summary>How much of each pixel is covered, row by row, from 0 to <see cref="FullCoverage"/>.</summary>
    /// <param name="scale">Pixels a side that a pixel of the font becomes.</param>
    public byte[,] GetCoverage(int scale) => _coverage.GetOrAdd(scale, Draw);

    private byte[,] Draw(int scale)
    {
        var plain = new bool[rows.Count, width];
        foreach (var (y, x) in Places(rows.Count, width))
        {
            plain[y, x] = rows[y][x] == '#';
        }

        // At its own size every pixel is as drawn.
        var fine = scale == 1 ? Repeat(plain, Fine) : Double(Double(plain));
        var coverage = new byte[rows.Count * scale, width * scale];
        foreach (var (y, x) in Places(coverage.GetLength(0), coverage.GetLength(1)))
        {
            foreach (var (dy, dx) in Places(Fine, Fine))
            {
                coverage[y, x] += (byte)(fine[((y * Fine) + dy) / scale, ((x * Fine) + dx) / scale] ? 1 : 0);
            }
        }

        return coverage;
    }

    private static bool[,] Repeat(bool[,] pixels, int times)
    {
        var repeated = new bool[pixels.GetLength(0) * times, pixels.GetLength(1) * times];
        foreach (var (y, x) in Places(repeated.GetLength(0), repeated.GetLength(1)))
        {
            repeated[y, x] = pixels[y / times, x / times];
        }

        return repeated;
    }

    // Johnston's EPX, 1992: a quarter of a pixel takes the colour of the two neighbours beside it where they agree and the opposite ones
    // differ. Not where both edges go on straight: a corner of a letter stays one.
    private static bool[,] Double(bool[,] pixels)
    {
        var doubled = new bool[pixels.GetLength(0) * 2, pixels.GetLength(1) * 2];
        foreach (var (y, x) in Places(doubled.GetLength(0), doubled.GetLength(1)))
        {
            var (row, column) = (y / 2, x / 2);
            var (down, right) = (y % 2 == 0 ? -1 : 1, x % 2 == 0 ? -1 : 1);
            var color = At(row + down, column);
            var isSlope = color == At(row, column + right)
                && color != At(row - down, column)
                && color != At(row, column - right)
                && (color != At(row + down, column - right) || color != At(row - down, column + right));
            doubled[y, x] = isSlope ? color : pixels[row, column];
        }

        return doubled;

        bool At(int y, int x) => y >= 0 && x >= 0 && y < pixels.GetLength(0) && x < pixels.GetLength(1) && pixels[y, x];
    }

    private static IEnumerable<(int Row, int Column)> Places(int height, int width) =>
        from y in Enumerable.Range(0, height)
        from x in Enumerable.Range(0, width)
        select (y, x);
}
