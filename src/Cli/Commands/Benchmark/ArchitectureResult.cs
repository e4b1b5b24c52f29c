using Surrogates.Benchmarks;

namespace Surrogates.Cli.Commands.Benchmark;

/// <summary>An architecture's value on a task and its place among all; from a .pth, each metric at every epoch.</summary>
internal sealed record ArchitectureResult(
    string Arch, string Task, double Value, int? Rank, int Measured, IReadOnlyDictionary<string, IReadOnlyList<double>>? Curves)
{
    public static ArchitectureResult Of(
        BenchmarkTable table, int row, string task, IReadOnlyDictionary<string, IReadOnlyList<double>>? curves)
    {
        var value = table.Value(row, task);
        var better = table.Column(task).ToArray().Count(other => other > value);
        return new(table.Architectures[row], task, value, double.IsNaN(value) ? null : better + 1, table.MeasuredCount(task), curves);
    }
}
