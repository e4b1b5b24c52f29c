using System.CommandLine;
using Surrogates.Benchmarks;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;

namespace Surrogates.Cli.Commands.Benchmark;

/// <summary>Says what a table of results holds.</summary>
internal sealed class BenchmarkCommand : CliCommand
{
    private readonly TableOptions _table = new();
    private readonly Option<IReadOnlyList<string>> _tasks = TaskOption.Several();
    private readonly Option<int> _best = CliOption.WholeNumber("--best", "List the best N architectures of each task.", 1, 1);
    private readonly Option<string?> _architecture = CliOption.Text(
        "--arch", "Show all values of this architecture instead, and its curves where the table is a .pth.", "ARCH");

    private readonly Option<string?> _compare = CliOption.Text(
        "--compare", "Another table: for each task the correlation with its column of that name.", "TABLE");

    private readonly Option<string?> _csv = CliOption.Text("--csv", "Write the table, or the tasks chosen, to this CSV file.", "FILE");

    public BenchmarkCommand()
        : base("benchmark", "Says what a table of results holds: tasks, counts, the best, how tasks correlate.")
    {
        _table.AddAsArgument(this);
        Add(_tasks);
        Add(_best);
        Add(_architecture);
        Add(_compare);
        Add(_csv);
        Add(new BenchmarkBuildCommand());
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "benchmark micro.csv",
        "benchmark micro.csv --task jigsaw,class_scene --best 10",
        "benchmark rooms.csv --compare micro.csv",
        "benchmark micro.csv --arch 64-41414-1_01_302",
        "benchmark transnas-bench_v10141024.pth --space macro --metric test_top1 --epoch best --csv macro-test.csv",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        var csv = arguments.GetValue(_csv);
        OutputFile.RequireFolder(csv);
        if (arguments.GetValue(_architecture) is { } architecture)
        {
            if (csv is not null)
            {
                throw new InputException("--csv does not go with --arch; it writes the table");
            }

            ArchitectureReport.Create(architecture, arguments, _table, arguments.GetValue(_tasks)!).Write(context);
            return Task.CompletedTask;
        }

        var whole = _table.Read(arguments);
        var table = whole.WithTasks(whole.SelectTasks(arguments.GetValue(_tasks)!));
        var report = TableReport.Create(table, _table.Path(arguments)!, _table.Space.Value(arguments), arguments.GetValue(_best)) with
        {
            ContentHash = whole.ContentHash,
            ListsBest = arguments.GetResult(_best) is { Implicit: false },
        };
        (arguments.GetValue(_compare) is { } other ? report.ComparedWith(BenchmarkTable.Load(other)) : report).Write(context);
        if (csv is not null)
        {
            table.Save(csv);
            context.Note($"Wrote {csv}.");
        }

        return Task.CompletedTask;
    }
}
