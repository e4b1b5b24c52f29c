using CsCheck;
using Surrogates.Architectures;

namespace Surrogates.Tests.Architectures;

public class ArchitectureTextErrorTests
{
    private static readonly string[] Pieces =
        ["0", "4", "_", "-", "|", "+", "~", "64-", "basic", "none", "\n", "\u2028", "\ud83d\ude00", "\ud83d", "١"];

    private static readonly Gen<string> AnyCharacter = Gen.OneOf(
        Gen.Char.Select(character => character.ToString()), Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]));

    [Theory]
    [InlineData("micro", "", 0, "the text ends", "'64-41414-'")]
    [InlineData("micro", "64-41414", 8, "the text ends", "'-'")]
    [InlineData("micro", "64-4141x-0_00_000", 7, "found 'x'", "'4-'")]
    [InlineData("micro", "64-41414-4_00_000", 9, "found '4'", "edge 0→1")]
    [InlineData("micro", "64-41414-0_0", 12, "the text ends", "edge 1→2")]
    [InlineData("micro", "64-41414-0000000", 10, "found '0'", "'_'")]
    [InlineData("micro", "64-41414-0_00_0000", 17, "found '0'", "the end")]
    [InlineData("micro", "64-41414-0_00_000\n", 17, "found '\\u000a'", "the end")]
    [InlineData("micro", "64-41414-١_00_000", 9, "found '١'", "edge 0→1")]
    [InlineData("macro", "64-411-basic", 6, "found '-'", "4 to 6")]
    [InlineData("macro", "64-4111111-basic", 9, "found '1'", "'-basic'")]
    [InlineData("macro", "64-4151-basic", 5, "found '5'", "a module")]
    [InlineData("macro", "64-4111-basi", 12, "the text ends", "'c'")]
    [InlineData("macro", "64-4111-basic ", 13, "found ' '", "the end")]
    [InlineData("macro", "64-1111-basic", 3, "found '1'", "1 to 4 modules that halve the resolution")]
    [InlineData("macro", "64-4444-basic", 3, "found '4'", "1 to 3 that double the channels")]
    [InlineData("nasbench201", "|none~0", 7, "the text ends", "'|'")]
    [InlineData("nasbench201", "|conv~0|+|none~0|none~1|+|none~0|none~1|none~2|", 1, "found 'c'", "none, skip_connect")]
    [InlineData("nasbench201", "|none~1|+|none~0|none~1|+|none~0|none~1|none~2|", 6, "found '1'", "'0|'")]
    [InlineData("nasbench201", "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|x", 47, "found 'x'", "the end")]
    [InlineData("sequence", "", 0, "the text ends", "an option of 'stem' (16, -24, 32)")]
    [InlineData("sequence", "17--k5--k5--k5", 0, "found '1'", "an option of 'stem'")]
    [InlineData("sequence", "16", 2, "the text ends", "'--' and an option of 'choice21'")]
    [InlineData("sequence", "16--k5--k7--k5", 8, "found 'k'", "an option of 'choice22' (k3-e6, k5)")]
    [InlineData("sequence", "16--k5--k5--k5--k5", 14, "found '-'", "the end")]
    public void The_message_points_at_the_character_and_says_what_would_be_right(
        string name, string text, int position, string found, string expected)
    {
        var exception = Assert.Throws<ArchitectureFormatException>(() => SpaceUnderTest.Named(name).Space.Parse(text));
        Assert.Equal(position, exception.Position);
        Assert.Equal(text, exception.Text);
        Assert.Contains($"character {position + 1}: {found}, expected ", exception.Message);
        Assert.Contains(expected, exception.Message[exception.Message.IndexOf("expected ", StringComparison.Ordinal)..]);
        Assert.False(SpaceUnderTest.Named(name).Space.TryParse(text, out _));
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Random_text_is_refused_with_one_line(string name) =>
        AnyCharacter.Array[0, 40].Sample(
            parts => IsReadOrRefusedInOneLine(SpaceUnderTest.Named(name).Space, string.Concat(parts)),
            iter: 2_000);

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Damaged_text_is_read_or_refused_with_one_line(string name)
    {
        var space = SpaceUnderTest.Named(name).Space;
        Gen.Select(Gen.Int, Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, 3], AnyCharacter).Array[1, 4]).Sample(
            (seed, edits) =>
            {
                var text = space.Sample(new Random(seed)).Text;
                foreach (var (at, removed, inserted) in edits)
                {
                    var position = at % (text.Length + 1);
                    text = text.Remove(position, Math.Min(removed, text.Length - position)).Insert(position, inserted);
                }

                return IsReadOrRefusedInOneLine(space, text);
            },
            iter: 2_000);
    }

    [Fact]
    public void Long_text_is_cut_in_the_message()
    {
        var exception = Assert.Throws<ArchitectureFormatException>(() => SearchSpaces.Micro.Parse(new string('x', 1_000_000)));
        Assert.InRange(exception.Message.Length, 1, 300);
    }

    [Fact]
    public void No_text_at_all_is_a_fault_of_the_caller() =>
        Assert.Throws<ArgumentNullException>(() => SearchSpaces.Micro.Parse(null!));

    private static bool IsReadOrRefusedInOneLine(ISearchSpace space, string text)
    {
        try
        {
            var architecture = space.Parse(text);
            return space.Format(architecture.Choices) == text;
        }
        catch (ArchitectureFormatException exception)
        {
            return exception.Position >= 0
                && exception.Position <= text.Length
                && exception.Message.All(character => !char.IsControl(character) && !char.IsSurrogate(character) && character != '\u2028')
                && !space.TryParse(text, out _);
        }
    }
}
