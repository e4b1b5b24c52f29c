namespace Surrogates.AutoML.Experiments;

/// <summary>How tuners are measured on a table.</summary>
public sealed record SearchBenchmarkOptions
{
    /// <summary>Distinct look-ups of a search, the initial ones included; 1 or more, default 100.</summary>
    public int Trials { get; init; } = 100;

    /// <summary>How often a search is repeated, with seeds that follow each other; 1 or more, default 10.</summary>
    public int Repeats { get; init; } = 10;

    /// <summary>The first seed; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many trials run side by side (see <see cref="Experiment.Run"/>); 1 or more, default 1.</summary>
    public int ParallelTrials { get; init; } = 1;

    /// <summary>The most searches at a time; 1 or more, default one a processor. Results do not depend on it.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    internal SearchBenchmarkOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Trials, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Repeats, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ParallelTrials, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Parallelism, 1);
        return this;
    }
}
