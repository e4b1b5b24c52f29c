using System.Text.Json;

namespace Surrogates.Architectures.UserSpaces;

/// <summary>
/// Says what is wrong with a definition that the serializer refused. Its own messages name .NET types, which the author of a
/// JSON file has never seen.
/// </summary>
internal static class DefinitionErrors
{
    public static InputException Describe(JsonException exception, string source)
    {
        var path = exception.Path ?? "$";
        return new InputException(
            $"{source}, line {exception.LineNumber + 1 ?? 1}, byte {exception.BytePositionInLine + 1 ?? 1} ({OneLine(path)}): "
            + OneLine(Explain(exception.Message, path)),
            exception);
    }

    /// <summary>The text with a question mark for every character that would break the line.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? '?' : letter));

    private static string Explain(string message, string path)
    {
        var quoted = message.Split('\'');
        return message switch
        {
            _ when message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) => $"expected {Expected(path)}",
            _ when message.StartsWith("The JSON property '", StringComparison.Ordinal) => $"'{quoted[1]}' is not a known member here",
            _ when message.StartsWith("Duplicate property '", StringComparison.Ordinal) => $"'{quoted[1]}' is given twice",
            _ when message.StartsWith("The input does not contain any JSON", StringComparison.Ordinal) => "there is no JSON in it",
            _ => message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.'),
        };
    }

    private static string Expected(string path) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "name" or "description" or "separator" or "none" or "identity" => "a text",
        "nodes" or "repeat" => "a whole number",
        "operations" or "options" or "sequence" => "a list",
        _ => "an object",
    };
}
