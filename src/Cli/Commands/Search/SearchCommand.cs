using System.CommandLine;
using Surrogates.Cli.Hosting;

namespace Surrogates.Cli.Commands.Search;

/// <summary>
/// Searches: with a table, trials are look-ups; with images, they are real trainings, and the best is confirmed and handed over.
/// </summary>
internal sealed class SearchCommand : CliCommand
{
    private readonly TableSearch _table;
    private readonly ImageSearchRun _images;

    public SearchCommand()
        : base("search", "Searches for the best architecture: for your images with --data, else of a table's tasks.")
    {
        var shared = new SharedSearchOptions();
        _table = new TableSearch(this, shared);
        shared.AddTo(this);
        _images = new ImageSearchRun(this, shared, _table.Space);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "search",
        "search --data photos --output found",
        "search --data photos --trials 40 --time 30m --confirm 4 --output found",
        "search --benchmark micro.csv --trials 100",
        "search --benchmark micro.csv --task class_scene --tuner surrogate,evolution,random --repeats 20 --json ranks.json",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        if (!_images.IsAskedFor(arguments))
        {
            _images.RefuseOwnOptions(arguments);
            _table.Run(arguments, context);
        }
        else
        {
            _table.RefuseOwnOptions(arguments);
            _images.Run(arguments, context);
        }

        return Task.CompletedTask;
    }
}
