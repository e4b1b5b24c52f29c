using System.CommandLine;
using Surrogates.Architectures;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;

namespace Surrogates.Cli.Commands.Spaces;

/// <summary>Lists the search spaces, or every architecture of one.</summary>
internal sealed class SpacesCommand : CliCommand
{
    private readonly Option<string?> _enumerate = CliOption.Text(
        "--enumerate", "Print every architecture of this space, one a line: a built-in space or a JSON file.", "SPACE");

    public SpacesCommand()
        : base("spaces", "Lists the search spaces with their size and an example.") => Add(_enumerate);

    public override IReadOnlyList<string> Examples { get; } =
    [
        "spaces",
        "spaces --enumerate macro",
        "spaces --enumerate my-space.json",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        if (arguments.GetValue(_enumerate) is { } name)
        {
            Enumerate(SearchSpaces.Load(name), context);
        }
        else
        {
            List(context);
        }

        return Task.CompletedTask;
    }

    private static void List(CommandContext context)
    {
        SpaceSummary[] spaces = [.. SearchSpaces.BuiltIn.Select(space => SpaceSummary.Of(space, context.Seed))];
        var table = new ResultTable().Text("space").Number("architectures").Number("choices").Text("example").Text("what");
        foreach (var space in spaces)
        {
            table.Row(space.Space, Numerals.Count(space.Architectures), Numerals.Count(space.Choices), space.Example, space.Description);
        }

        context.Show(table);
        context.Note("Your own space is a JSON file; every command takes its path with --space.");
        context.WriteJson(spaces);
    }

    // A space may be larger than memory: nothing is collected, and JSON is not offered.
    private static void Enumerate(ISearchSpace space, CommandContext context)
    {
        context.RefuseJson("--enumerate");
        foreach (var architecture in space.Enumerate())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            context.Line(architecture.Text);
        }
    }
}
