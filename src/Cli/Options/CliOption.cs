using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Surrogates.Cli.Options;

/// <summary>Creates options whose errors say what would be right, and whose numbers are read the same everywhere.</summary>
internal static class CliOption
{
    /// <summary>A whole number.</summary>
    public static Option<int> WholeNumber(string name, string description, int byDefault, int minimum) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => byDefault,
        CustomParser = result => ReadNumber(result, result.Tokens[^1].Value, name, minimum) ?? byDefault,
    };

    /// <summary>A whole number that may be left out.</summary>
    public static Option<int?> OptionalNumber(string name, string description, int minimum) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => ReadNumber(result, result.Tokens[^1].Value, name, minimum),
    };

    /// <summary>Whole numbers with commas between them.</summary>
    public static Option<IReadOnlyList<int>> WholeNumbers(
        string name, string description, IReadOnlyList<int> byDefault, int minimum) => new(name)
        {
            Description = description,
            HelpName = "N,N",
            DefaultValueFactory = _ => byDefault,
            CustomParser = result => [.. Items(result).Select(item => ReadNumber(result, item, name, minimum) ?? minimum).Distinct()],
        };

    /// <summary>Names with commas between them; none where the option is not given.</summary>
    public static Option<IReadOnlyList<string>> Names(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            string[] items = [.. Items(result).Distinct()];
            if (items.Length == 0)
            {
                result.AddError($"{name} '{result.Tokens[^1].Value}': expected one or more names, with commas between them");
            }

            return items;
        },
    };

    /// <summary>A text, such as a path.</summary>
    public static Option<string?> Text(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
    };

    /// <summary>A text that must be given.</summary>
    public static Option<string> RequiredText(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Required = true,
    };

    private static IEnumerable<string> Items(ArgumentResult result) =>
        result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static int? ReadNumber(ArgumentResult result, string text, string name, int minimum)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum)
        {
            return number;
        }

        result.AddError($"{name} '{text}': expected a whole number, {minimum} or more");
        return null;
    }
}
