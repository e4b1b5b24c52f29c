namespace Surrogates.AutoML.Experiments;

/// <summary>How tuners are measured on a table.</summary>
public sealed record SearchBenchmarkOptions
{
    /// <summary>Distinct look-ups of a search, the initial ones included; default 100.</summary>
    public int Trials { get; init; } = 100;

    /// <summary>How often a search is repeated, with seeds that follow each other; default 10.</summary>
    public int Repeats { get; init; } = 10;

    /// <summary>The first seed; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many trials are proposed at a time; default 1.</summary>
    public int BatchSize { get; init; } = 1;

    /// <summary>The most searches at a time; default one a processor. Results do not depend on it.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;
}
