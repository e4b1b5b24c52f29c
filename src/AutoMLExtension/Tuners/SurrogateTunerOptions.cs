using Surrogates.Benchmarks;
using Surrogates.Encodings;
using Surrogates.Models;

namespace Surrogates.AutoML.Tuners;

/// <summary>Settings of the surrogate tuner.</summary>
public sealed record SurrogateTunerOptions
{
    /// <summary>The kind of surrogate; default <see cref="SurrogateTrainers.Default"/>.</summary>
    public ISurrogateTrainer Trainer { get; init; } = SurrogateTrainers.Default;

    /// <summary>The features that architectures are turned into; null (the default) takes the default of the space.</summary>
    public ArchitectureEncoding? Encoding { get; init; }

    /// <summary>Numeric columns to use beside the encoding; default none.</summary>
    public FeatureTable? Features { get; init; }

    /// <summary>How many random networks come first; 2 or more, default 10.</summary>
    public int InitialTrials { get; init; } = 10;

    /// <summary>For networks of spaces too large to list: how many candidates the evolution over the surrogate looks at; default 2,000.</summary>
    public int Candidates { get; init; } = 2000;

    /// <summary>Acquisition.</summary>
    public string Acquisition { get; init; } = "ucb";
    /// <summary>Beta.</summary>
    public double Beta { get; init; } = 0.5;
    /// <summary>Refit.</summary>
    public int Refit { get; init; } = 1;
}
