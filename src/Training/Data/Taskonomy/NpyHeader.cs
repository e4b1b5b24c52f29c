using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Surrogates.Benchmarks;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// The header of a <c>.npy</c> file: a literal of Python such as
/// <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (1000,), }</c>, padded with spaces.
/// </summary>
/// <param name="Count">The numbers of the row.</param>
/// <param name="ElementBytes">The bytes of a number: 4 or 8.</param>
internal sealed partial record NpyHeader(int Count, int ElementBytes)
{
    private const int MaximumBytes = 4096;
    private const string Expected = "{'descr': '<f4', 'fortran_order': False, 'shape': (1000,), } is one that is expected.";
    private static readonly string[] Keys = ["descr", "fortran_order", "shape"];

    /// <summary>Reads a header.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="offset">The byte of the file that the text begins at.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InputException">It is none, or of another array than one row of floats.</exception>
    public static NpyHeader Parse(string path, int offset, ReadOnlySpan<byte> text)
    {
        var match = text.Length <= MaximumBytes ? Literal().Match(Encoding.Latin1.GetString(text)) : Match.Empty;
        if (!match.Success)
        {
            throw NpyFile.Error(path, offset, $"this is not the header of an array; {Expected}");
        }

        var keys = match.Groups["key"].Captures;
        if (!keys.Select(key => key.Value).Order(StringComparer.Ordinal).SequenceEqual(Keys))
        {
            throw NpyFile.Error(path, offset, $"the header has {Quoted.List([.. keys.Select(key => key.Value)])}; {Expected}");
        }

        var values = keys.Zip(match.Groups["value"].Captures).ToDictionary(
            entry => entry.First.Value, entry => (entry.Second.Value, offset + entry.Second.Index), StringComparer.Ordinal);
        var size = ParseType(path, values["descr"]);
        RequireRowMajor(path, values["fortran_order"]);
        return new(ParseShape(path, values["shape"]), size);
    }

    private static int ParseType(string path, (string Text, int Offset) value) => value.Text switch
    {
        "'<f4'" => sizeof(float),
        "'<f8'" => sizeof(double),
        _ when value.Text.Contains('O', StringComparison.Ordinal) => throw NpyFile.Error(
            path, value.Offset, "an array of Python objects: a pickle, which is a program; save it as numbers, '<f4' or '<f8'."),
        _ => throw NpyFile.Error(
            path, value.Offset, $"numbers of type {Quoted.Show(value.Text.Trim('\''))}; '<f4' and '<f8', little-endian floats, are read."),
    };

    private static void RequireRowMajor(string path, (string Text, int Offset) value)
    {
        if (value.Text != "False")
        {
            throw NpyFile.Error(path, value.Offset, $"'fortran_order' is {value.Text}; False is expected.");
        }
    }

    private static int ParseShape(string path, (string Text, int Offset) value)
    {
        var match = Shape().Match(value.Text);
        return match.Success && int.TryParse(match.Groups["count"].Value, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw NpyFile.Error(
                path, value.Offset, $"an array of the shape {Quoted.Show(value.Text)}; one row, (N,) or (1, N), is expected.");
    }

    // Each entry begins with a quote, so that there is but one way to read a text.
    [GeneratedRegex(
        @"^\s*\{(\s*'(?<key>\w+)'\s*:\s*(?<value>'[^']*'|True|False|\([0-9L,\s]*\)|\[[^\]]*\])\s*,?)*\s*\}\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    // Python 2 may write an L after a number.
    [GeneratedRegex(@"^\((\s*1L?\s*,)?\s*(?<count>[0-9]{1,9})L?\s*,?\s*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
