using Surrogates.Benchmarks;
using Surrogates.Encodings;
using Surrogates.Models;

namespace Surrogates.AutoML.Tuners;

/// <summary>Settings of the surrogate tuner.</summary>
public sealed record SurrogateTunerOptions
{
    /// <summary>
    /// The kind of surrogate. Null, the default, takes a Gaussian process over the list where the networks can be listed, which measures
    /// better in a search than any kind that is trained anew, and is far faster; above some four million results times networks (2,000
    /// results in a space of 2,000, 84 in one of 50,000) <see cref="SurrogateTrainers.Default"/> goes on. Where there are too many networks
    /// to list, null takes extremely randomized trees: far from what was measured they promise nothing better than it.
    /// </summary>
    public ISurrogateTrainer? Trainer { get; init; }

    /// <summary>The features that architectures are turned into; null (the default) takes the default of the space.</summary>
    public ArchitectureEncoding? Encoding { get; init; }

    /// <summary>Numeric columns to use beside the encoding; default none.</summary>
    public FeatureTable? Features { get; init; }

    /// <summary>How many networks come before a surrogate is asked; 2 or more, default 10.</summary>
    public int InitialTrials { get; init; } = 10;

    /// <summary>How those are chosen; by default so that they stand for all that can be listed.</summary>
    public InitialDesign InitialDesign { get; init; } = InitialDesign.SpaceFilling;

    /// <summary>
    /// How many standard deviations an expected value is raised by, on average; 0 trusts the surrogate blindly, more explores more;
    /// default 0.5. The process of a listed space needs none: it goes by expected improvement.
    /// </summary>
    public double Exploration { get; init; } = 0.5;

    /// <summary>
    /// By how much the results must have grown before the surrogate is trained again, as a share of those it knows; 0 trains after
    /// each. Default 0.02: after each up to 50, after every second up to 100, so that the time a trial does not grow. The process of a
    /// listed space takes every result at once.
    /// </summary>
    public double RefitGrowth { get; init; } = 0.02;

    /// <summary>
    /// In a space too large to list, how many networks an evolution over the surrogate looks at for a proposal; 1 or more, default
    /// 500. More lead further from what was measured, where a surrogate promises more than it knows.
    /// </summary>
    public int EvolvedCandidates { get; init; } = 500;

    internal SurrogateTunerOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(InitialTrials, SurrogateTrainer.MinimumValues);
        RequireNonNegative(Exploration, nameof(Exploration));
        RequireNonNegative(RefitGrowth, nameof(RefitGrowth));
        ArgumentOutOfRangeException.ThrowIfLessThan(EvolvedCandidates, 1);
        if (!Enum.IsDefined(InitialDesign))
        {
            throw new ArgumentOutOfRangeException(nameof(InitialDesign), InitialDesign, "There is no such design.");
        }

        return this;
    }

    // NaN is not negative to ThrowIfNegative, and would silently compare as false ever after.
    private static void RequireNonNegative(double value, string name)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is 0 or more.");
        }
    }
}
