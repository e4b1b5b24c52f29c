using System.CommandLine;
using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Tuners;
using Surrogates.Benchmarks;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;

namespace Surrogates.Cli.Commands.Search;

/// <summary>Searches the tasks of a table: every trial is a look-up, so that tuners can be compared with the true best.</summary>
internal sealed class TableSearch
{
    private readonly SharedSearchOptions _shared;
    private readonly TableOptions _table = new()
    {
        Space = new SpaceOption("inferred from a table's architectures where it can be; with --data micro by default"),
    };

    private readonly Option<int?> _repeats = CliOption.OptionalNumber(
        "--repeats", "How often to repeat a search of a table, each time from another seed; default 10.", minimum: 1);

    public TableSearch(Command command, SharedSearchOptions shared)
    {
        _shared = shared;
        _table.AddTo(command, isRequired: false);
        command.Add(_repeats);
    }

    /// <summary>The search space that was asked for.</summary>
    public SpaceOption Space => _table.Space;

    /// <summary>Refuses what has no meaning without a table.</summary>
    /// <exception cref="InputException">Such an option was given.</exception>
    public void RefuseOwnOptions(ParseResult arguments)
    {
        if (_table.Path(arguments) is not null)
        {
            throw new InputException(
                "--benchmark and --data: a search looks trials up in a table or trains them on images; give one of the two");
        }

        if (_table.Choice(arguments) is { } choice)
        {
            throw new InputException($"{choice} is for a table of results; it does not go with --data");
        }

        if (arguments.GetValue(_repeats) is not null)
        {
            throw new InputException("--repeats is for searches of a table; a search with --data is repeated by another --seed");
        }
    }

    public void Run(ParseResult arguments, CommandContext context)
    {
        var tunerOptions = _shared.TunerOptions(arguments);
        var isBuiltIn = _table.Path(arguments) is null;
        var table = isBuiltIn ? ArchitectureTable.Create(BuiltInTables.FashionMicro, BuiltInTables.FashionMicro.Name, null) : _table.Load(arguments);
        var tasks = table.Tasks(arguments.GetValue(_shared.Tasks)!);
        var names = arguments.GetValue(_shared.Tuners) is { Count: > 0 } given ? given : DefaultTuners(isBuiltIn);
        var options = new SearchBenchmarkOptions
        {
            Trials = arguments.GetValue(_shared.Trials) ?? Math.Clamp(table.Table.Count / 10, 20, 100),
            Repeats = arguments.GetValue(_repeats) ?? new SearchBenchmarkOptions().Repeats,
            Seed = context.Seed,
            ParallelTrials = arguments.GetValue(_shared.Parallel) ?? 1,
        };

        (string, Func<SearchDomain, int, ITuner>)[] tuners =
        [
            .. names.Select(name => (name, TunerCatalog.Get(name, tunerOptions))),
        ];
        if (isBuiltIn)
        {
            context.Note(BuiltInTables.FashionMicroDescription);
        }

        var searches = tasks.Count * tuners.Length * options.Repeats;
        var results = context.Track(
            "search",
            searches,
            progress => new SearchBenchmark(table.Table, table.Space).Run(
                tasks, tuners, options, new ShareProgress(progress, searches), context.Cancellation));
        new TableSearchReport(table, tunerOptions.Trainer, arguments.GetValue(_shared.Sources)!, results).Write(context);
    }

    // Who tries the program sees what the surrogate is worth beside its rivals.
    private static IReadOnlyList<string> DefaultTuners(bool isBuiltIn) =>
        isBuiltIn ? [.. TunerCatalog.All.Select(tuner => tuner.Name)] : [TunerCatalog.All[0].Name];
}
