using Surrogates.Benchmarks;
using Surrogates.Encodings;

namespace Surrogates.Models;

/// <summary>What all kinds of surrogates can be told.</summary>
public sealed record SurrogateOptions
{
    /// <summary>The features that an architecture is turned into; null (the default) takes <see cref="ArchitectureEncoding.DefaultFor"/> the space.</summary>
    public ArchitectureEncoding? Encoding { get; init; }

    /// <summary>Numeric columns to use beside the encoding, zero-cost proxies say; default none.</summary>
    public FeatureTable? Features { get; init; }

    /// <summary>The seed of every random choice; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Whether to scale the uncertainty so that nine of ten values lie in the 90% interval, by predictions for training rows that had
    /// not seen them. Most kinds have them at no cost; else it is cross-validation, and <see cref="Folds"/> more fits. Default true.
    /// Without it only the order of the uncertainties means something.
    /// </summary>
    public bool Calibrate { get; init; } = true;

    /// <summary>The number of folds of the cross-validation; 2 or more, default 5.</summary>
    public int Folds { get; init; } = 5;
}
