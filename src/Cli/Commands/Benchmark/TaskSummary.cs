using Surrogates.Benchmarks;
using Surrogates.Evaluation;

namespace Surrogates.Cli.Commands.Benchmark;

/// <summary>A task of a table: how much was measured, its range, its best, and how it correlates with the other tasks.</summary>
internal sealed record TaskSummary(
    string? Space,
    string Task,
    int Architectures,
    int Measured,
    double Minimum,
    double Median,
    double Maximum,
    IReadOnlyList<ArchitectureValue> Best,
    IReadOnlyDictionary<string, double> Spearman)
{
    /// <summary>
    /// The correlation with the same task of another table, over the architectures that both have measured; null where none was named,
    /// NaN where they have nothing in common.
    /// </summary>
    public double? SpearmanWithOther { get; init; }

    public static TaskSummary Of(BenchmarkTable table, string task, string? space, int best)
    {
        double[] values = [.. table.Column(task).ToArray().Where(value => !double.IsNaN(value)).Order()];
        return new(
            space,
            task,
            table.Count,
            values.Length,
            values.Length == 0 ? double.NaN : values[0],
            values.Length == 0 ? double.NaN : SampleStatistics.Median(values),
            values.Length == 0 ? double.NaN : values[^1],
            [.. table.Best(task, best).Select(row => new ArchitectureValue(row.Architecture, row.Value))],
            table.Tasks.Where(other => other != task).ToDictionary(other => other, other => Correlate(table, task, other)));
    }

    /// <summary>The same, compared with another table.</summary>
    public TaskSummary ComparedWith(BenchmarkTable other, BenchmarkTable table)
    {
        if (!other.HasTask(Task))
        {
            return this with { SpearmanWithOther = double.NaN };
        }

        int[] rows = [.. Enumerable.Range(0, table.Count).Where(row => other.IndexOf(table.Architectures[row]) >= 0)];
        return this with
        {
            SpearmanWithOther = Correlate(
                Array.ConvertAll(rows, row => table.Value(row, Task)),
                Array.ConvertAll(rows, row => other.Value(other.IndexOf(table.Architectures[row]), Task))),
        };
    }

    // Over the architectures that both tasks have measured; fewer than three order nothing.
    private static double Correlate(BenchmarkTable table, string task, string other) =>
        Correlate(table.Column(task).ToArray(), table.Column(other).ToArray());

    private static double Correlate(double[] first, double[] second)
    {
        var both = first.Zip(second).Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToArray();
        return both.Length < 3
            ? double.NaN
            : RankCorrelation.Spearman(Array.ConvertAll(both, pair => pair.First), Array.ConvertAll(both, pair => pair.Second));
    }
}

/// <summary>An architecture and its value on a task.</summary>
internal sealed record ArchitectureValue(string Arch, double Value);
