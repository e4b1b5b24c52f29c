namespace Surrogates.Benchmarks;

/// <summary>Text of a file, shown in a message.</summary>
internal static class Quoted
{
    private const int MaximumLength = 60;
    private const int MaximumCount = 40;

    /// <summary>The text in quotes; cut short and without control characters, so that the message stays one line.</summary>
    public static string Show(string text) => $"'{OnLine(text)}'";

    /// <summary>The names, with commas between them; the first few where there are many.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        var list = string.Join(", ", names.Take(MaximumCount).Select(OnLine));
        return names.Count <= MaximumCount ? list : $"{list} and {names.Count - MaximumCount} more";
    }

    private static string OnLine(string text)
    {
        var shown = text.Length <= MaximumLength ? text : string.Concat(text.AsSpan(0, MaximumLength), "…");
        return string.Concat(shown.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
    }
}
