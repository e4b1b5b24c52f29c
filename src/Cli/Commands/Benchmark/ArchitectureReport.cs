using System.CommandLine;
using Surrogates.Benchmarks;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;

namespace Surrogates.Cli.Commands.Benchmark;

/// <summary>All that a table knows of one architecture.</summary>
internal sealed record ArchitectureReport(string Architecture, IReadOnlyList<ArchitectureResult> Results)
{
    public static ArchitectureReport Create(string architecture, ParseResult arguments, TableOptions options, IReadOnlyList<string> names)
    {
        var path = options.Path(arguments)!;
        if (!TransNasBenchmark.IsRecognized(path))
        {
            var table = options.Read(arguments);
            var row = table.IndexOf(architecture);
            return row >= 0
                ? new(architecture, [.. table.SelectTasks(names).Select(task => ArchitectureResult.Of(table, row, task, curves: null))])
                : throw new InputException($"{path}: has no row for the architecture '{architecture}'");
        }

        // The architecture itself says which space of the file it is in.
        var benchmark = TransNasBenchmark.Load(path);
        var space = benchmark.SpaceOf(architecture);
        var results = benchmark.ToTable(space, options.Metric(arguments), options.Epoch(arguments) ?? default);
        return new(
            architecture,
            [
                .. results.SelectTasks(names).Select(task => ArchitectureResult.Of(
                    results,
                    results.IndexOf(architecture),
                    task,
                    benchmark.Metrics(task).ToDictionary(
                        metric => metric, IReadOnlyList<double> (metric) => benchmark.Curve(architecture, task, metric).ToArray()))),
            ]);
    }

    public void Write(CommandContext context)
    {
        context.Line(Architecture);
        var table = new ResultTable().Text("task").Numbers(["value", "rank", "of"]);
        foreach (var result in Results)
        {
            var rank = result.Rank is { } place ? Numerals.Count(place) : Numerals.None;
            table.Row(result.Task, Numerals.Value(result.Value), rank, Numerals.Count(result.Measured));
        }

        context.Show(table);
        foreach (var result in Results.Where(result => result.Curves is not null))
        {
            context.Show(Curves(result), $"Curves of {result.Task}");
        }

        context.WriteJson(Results);
    }

    private static ResultTable Curves(ArchitectureResult result)
    {
        var table = new ResultTable().Text("metric").Numbers(["epochs", "first", "lowest", "highest", "last"]).Text("course");
        foreach (var (metric, curve) in result.Curves!.Where(pair => pair.Value.Count > 0))
        {
            table.Row(
                metric,
                Numerals.Count(curve.Count),
                Numerals.Value(curve[0]),
                Numerals.Value(curve.Min()),
                Numerals.Value(curve.Max()),
                Numerals.Value(curve[^1]),
                Sparkline.Of(curve));
        }

        return table;
    }
}
