using System.Collections.Frozen;
using System.Text;

namespace Surrogates.Training.Data.Preview;

/// <summary>
/// A small font of our own, proportional, for all of ASCII: fonts of the system differ between machines, and a container may have none.
/// </summary>
internal static partial class BitmapFont
{
    /// <summary>Pixels from the top of a capital to the baseline, at scale 1.</summary>
    public const int CapHeight = 7;

    /// <summary>Pixels from the top of a capital to the foot of a <c>g</c>, at scale 1.</summary>
    public const int Height = 9;

    private const int CellWidth = 5;
    private const int SpaceWidth = 3;
    private const char Unknown = '□';

    // Letters of western European names that the font shows without their marks.
    private const string Marked = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ−—’‘“”";
    private const string Plain = "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyy-–''\"\"";

    private static readonly FrozenDictionary<int, BitmapGlyph> ByCharacter = Read();

    /// <summary>The glyphs of a text; characters that the font lacks are boxes.</summary>
    public static IEnumerable<BitmapGlyph> Of(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var marked = rune.IsBmp ? Marked.IndexOf((char)rune.Value) : -1;
            yield return ByCharacter.GetValueOrDefault(marked >= 0 ? Plain[marked] : rune.Value, ByCharacter[Unknown]);
        }
    }

    /// <summary>The width of a text in pixels.</summary>
    public static int Measure(string text, int scale) => Math.Max(0, (Of(text).Sum(glyph => glyph.Width + 1) - 1) * scale);

    /// <summary>A text, or as much of it as fits into a width, with an ellipsis.</summary>
    public static string Fit(string text, int scale, int width)
    {
        if (Measure(text, scale) <= width)
        {
            return text;
        }

        Rune[] runes = [.. text.EnumerateRunes()];
        for (var count = runes.Length - 1; count > 0; count--)
        {
            var part = string.Concat(runes.Take(count)).TrimEnd() + "…";
            if (Measure(part, scale) <= width)
            {
                return part;
            }
        }

        return "…";
    }

    private static FrozenDictionary<int, BitmapGlyph> Read()
    {
        var lines = Glyphs.Split('\n');
        var glyphs = new Dictionary<int, BitmapGlyph>();
        for (var top = 0; top < lines.Length; top += Height + 2)
        {
            var captions = lines[top];
            for (var left = 0; left < captions.Length; left += CellWidth + 1)
            {
                string[] rows = [.. lines[(top + 1)..(top + 1 + Height)].Select(line => line.Substring(left, CellWidth))];
                var width = captions[left] == ' ' ? SpaceWidth : rows.Max(row => row.LastIndexOf('#')) + 1;
                glyphs.Add(captions[left], new BitmapGlyph(rows, width));
            }
        }

        return glyphs.ToFrozenDictionary();
    }
}
