using System.CommandLine;
using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Tuners;
using Surrogates.Benchmarks;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;

namespace Surrogates.Cli.Commands.Search;

/// <summary>Searches the tasks of a table: every trial is a look-up, so that tuners can be compared with the true best.</summary>
internal sealed class SearchCommand : CliCommand
{
    private readonly TableOptions _table = new();
    private readonly Option<IReadOnlyList<string>> _tasks = TaskOption.Several();
    private readonly Option<IReadOnlyList<string>> _tuners = CliOption.Names(
        "--tuner", $"Tuners, with commas between them: {string.Join(", ", TunerCatalog.All.Select(tuner => tuner.Name))}.", "NAME,NAME");

    private readonly Option<int?> _trials = CliOption.OptionalNumber(
        "--trials", "Distinct look-ups of a search, the first random ones included; default 100, of a small table a tenth.", minimum: 1);

    private readonly Option<int> _repeats = CliOption.WholeNumber("--repeats", "How often to repeat a search, each time from another seed.", 10, minimum: 1);
    private readonly Option<string?> _model = ModelOption.One();
    private readonly Option<string> _sources = SourcesOption.Create();
    private readonly Option<string?> _features = FeaturesOption.Create();
    private readonly Option<int> _parallel = CliOption.WholeNumber(
        "--parallel", "How many trials are proposed before any of them has a result, as if they ran side by side.", 1, minimum: 1);

    private readonly Option<string> _objective = ChoiceOption.Create(
        "--objective", "What is searched for; this version knows one objective.", "accuracy");

    public SearchCommand()
        : base("search", "Searches for the best architecture of a table's tasks; with no options, of the built-in table.")
    {
        _table.AddTo(this, isRequired: false);
        Add(_tasks);
        Add(_tuners);
        Add(_trials);
        Add(_repeats);
        Add(_model);
        Add(_sources);
        Add(_features);
        Add(_parallel);
        Add(_objective);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "search",
        "search --benchmark micro.csv --trials 100",
        "search --benchmark micro.csv --task class_scene --tuner surrogate,evolution,random --repeats 20 --json ranks.json",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        var trainer = ModelOption.Resolve(arguments.GetValue(_model));
        var features = FeaturesOption.Load(arguments.GetValue(_features));
        var isBuiltIn = _table.Path(arguments) is null;
        var table = isBuiltIn ? ArchitectureTable.Create(BuiltInTables.FashionMicro, BuiltInTables.FashionMicro.Name, null) : _table.Load(arguments);
        var tasks = table.Tasks(arguments.GetValue(_tasks)!);
        var names = arguments.GetValue(_tuners) is { Count: > 0 } given ? given : DefaultTuners(isBuiltIn);
        var tunerOptions = new SurrogateTunerOptions { Trainer = trainer, Features = features };
        var options = new SearchBenchmarkOptions
        {
            Trials = arguments.GetValue(_trials) ?? Math.Clamp(table.Table.Count / 10, 20, 100),
            Repeats = arguments.GetValue(_repeats),
            Seed = context.Seed,
            BatchSize = arguments.GetValue(_parallel),
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
        new SearchReport(table, trainer, arguments.GetValue(_sources)!, results).Write(context);
        return Task.CompletedTask;
    }

    // Who tries the program sees what the surrogate is worth beside its rivals.
    private static IReadOnlyList<string> DefaultTuners(bool isBuiltIn) =>
        isBuiltIn ? [.. TunerCatalog.All.Select(tuner => tuner.Name)] : [TunerCatalog.All[0].Name];
}
