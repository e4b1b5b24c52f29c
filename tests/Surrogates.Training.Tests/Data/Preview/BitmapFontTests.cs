using Surrogates.Training.Data.Preview;

namespace Surrogates.Training.Tests.Data.Preview;

public sealed class BitmapFontTests
{
    private static readonly BitmapGlyph Box = BitmapFont.Of("□").Single();

    [Fact]
    public void Every_printable_character_of_ascii_has_a_glyph_of_its_own()
    {
        var shapes = Enumerable.Range(' ', '~' - ' ' + 1).Select(code => BitmapFont.Of(((char)code).ToString()).Single()).ToList();
        Assert.DoesNotContain(Box, shapes);
        Assert.All(shapes, glyph => Assert.InRange(glyph.Width, 1, 5));
        Assert.Equal(shapes.Count, shapes.Select(glyph => string.Join(',', glyph.GetCoverage(1).Cast<byte>()) + glyph.Width).Distinct().Count());
    }

    [Fact]
    public void Letters_with_marks_lose_them_and_what_is_unknown_is_a_box()
    {
        Assert.Equal(BitmapFont.Of("Kuche"), BitmapFont.Of("Küche"));
        Assert.Equal([Box, Box], BitmapFont.Of("日😀"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Enlarging_keeps_the_weight_of_a_letter(int scale)
    {
        foreach (var glyph in BitmapFont.Of("AaBbEegHMOo0123456789"))
        {
            Assert.InRange(Weight(glyph, scale) / (double)(scale * scale), Weight(glyph, 1) * .8, Weight(glyph, 1) * 1.3);
        }

        // A box has no slopes.
        Assert.Equal(Weight(Box, 1) * scale * scale, Weight(Box, scale));
    }

    [Fact]
    public void A_text_is_shortened_to_its_width()
    {
        const string Text = "living room";
        var width = BitmapFont.Measure(Text, 2);
        Assert.Equal(2 * BitmapFont.Measure(Text, 1), width);
        Assert.Equal(Text, BitmapFont.Fit(Text, 2, width));
        var shorter = BitmapFont.Fit(Text, 2, width - 1);
        Assert.EndsWith("…", shorter);
        Assert.StartsWith(shorter[..^1], Text);
        Assert.InRange(BitmapFont.Measure(shorter, 2), width / 2, width - 1);
        Assert.Equal("…", BitmapFont.Fit(Text, 2, 1));
    }

    private static int Weight(BitmapGlyph glyph, int scale) => glyph.GetCoverage(scale).Cast<byte>().Sum(value => value);
}
