using Surrogates.Benchmarks;
using Surrogates.Encodings;

namespace Surrogates.Evaluation.Protocols;

/// <summary>How surrogates are evaluated.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The numbers of training architectures, at least one of them and none negative; default 100.</summary>
    public IReadOnlyList<int> TrainSizes { get; init; } = [100];

    /// <summary>How often each evaluation is repeated, each time with other training architectures; 1 or more, default 10.</summary>
    public int Repeats { get; init; } = 10;

    /// <summary>What is kept together in a split; default rows.</summary>
    public SplitKind Split { get; init; } = SplitKind.String;

    /// <summary>The features that architectures are turned into; null takes the default of the space.</summary>
    public ArchitectureEncoding? Encoding { get; init; }

    /// <summary>Numeric columns to join; default none.</summary>
    public FeatureTable? Features { get; init; }

    /// <summary>The seed of splits and surrogates; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The most evaluations at a time; 1 or more, default one a processor. Results do not depend on it.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    internal EvaluationOptions Validated()
    {
        ArgumentNullException.ThrowIfNull(TrainSizes);
        ArgumentOutOfRangeException.ThrowIfZero(TrainSizes.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(TrainSizes.Min());
        ArgumentOutOfRangeException.ThrowIfLessThan(Repeats, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Parallelism, 1);
        return this;
    }
}
