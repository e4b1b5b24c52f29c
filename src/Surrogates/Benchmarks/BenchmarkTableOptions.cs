namespace Surrogates.Benchmarks;

/// <summary>What to take from the official file of TransNAS-Bench-101; a CSV table has nothing to choose.</summary>
public sealed record BenchmarkTableOptions
{
    /// <summary>The metric of every task, such as <c>test_top1</c>. Null, the default: each task's validation metric.</summary>
    public string? Metric { get; init; }

    /// <summary>The epoch. Null, the default: the last.</summary>
    public BenchmarkEpoch? Epoch { get; init; }

    /// <summary>
    /// The search space, <c>micro</c> or <c>macro</c>. Null, the default, needs a file that holds just one. With a CSV
    /// table it is not used: a search space may be named for the table's architectures all the same.
    /// </summary>
    public string? Space { get; init; }
}
