using System.CommandLine;
using Surrogates.Architectures;

namespace Surrogates.Cli.Options;

/// <summary><c>--space</c>: a built-in space's name or a JSON file; inferred from an architecture's text where it is not given.</summary>
/// <param name="otherwise">What is said of where it is not given.</param>
internal sealed class SpaceOption(string otherwise = "inferred from the architectures where it can be")
{
    private readonly Option<string?> _option = CliOption.Text(
        "--space", $"Search space: {BuiltInNames}, or a JSON file; {otherwise}.", "SPACE");

    private static string BuiltInNames => string.Join(", ", SearchSpaces.BuiltIn.Select(space => space.Name));

    public void AddTo(Command command) => command.Add(_option);

    /// <summary>What was given.</summary>
    public string? Value(ParseResult arguments) => arguments.GetValue(_option);

    /// <summary>The space of an architecture's text.</summary>
    /// <exception cref="InputException">There is no such space, or the text is of none that is known.</exception>
    public ISearchSpace Resolve(ParseResult arguments, string example) => Resolve(Value(arguments), example);

    /// <inheritdoc cref="Resolve(ParseResult, string)"/>
    public static ISearchSpace Resolve(string? given, string example) =>
        given is not null
            ? SearchSpaces.Load(given)
            : SearchSpaces.Infer(example)
                ?? throw new InputException(
                    $"'{example}' is not an architecture of a built-in space ({BuiltInNames}); name one of your own with --space FILE.json");
}
