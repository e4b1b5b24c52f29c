namespace Surrogates.Architectures;

/// <summary>A text is not an architecture of the space. The message points at the character.</summary>
public sealed class ArchitectureFormatException : InputException
{
    /// <summary>Creates the exception for a text, the zero-based index of the offending character and what would be right.</summary>
    public ArchitectureFormatException(string text, int position, string expectation)
        : base(Describe(text, position, expectation))
    {
        Text = text;
        Position = position;
    }

    /// <summary>The text that was read.</summary>
    public string Text { get; }

    /// <summary>The zero-based index of the first character that cannot be; the text's length where more was expected.</summary>
    public int Position { get; }

    private static string Describe(string text, int position, string expectation)
    {
        const int Shown = 120;
        var quoted = text.Length <= Shown ? text : text[..Shown] + "…";
        var found = position < text.Length ? $"found '{Printable(text[position])}'" : "the text ends";
        return $"architecture '{string.Concat(quoted.Select(Printable))}', character {position + 1}: {found}, expected {expectation}";
    }

    // The message is one line of valid text, whatever was read: half of a surrogate pair could be what was found.
    private static string Printable(char character) =>
        char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029'
            ? $"\\u{(int)character:x4}"
            : character.ToString();
}
