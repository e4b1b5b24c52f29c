using Surrogates.Graphs;
using Surrogates.Trees;

namespace Surrogates.Models;

/// <summary>
/// Settings of the ensemble: its members, and from and up to how many labels each takes part. Only labels of networks that can learn count.
/// </summary>
public sealed record EnsembleOptions
{
    /// <summary>The settings of the trees, which always take part; their seed is taken from <see cref="SurrogateOptions.Seed"/>.</summary>
    public ExtraTreesOptions Trees { get; init; } = new();

    /// <summary>The settings of the graph neural networks; their seed is taken from <see cref="SurrogateOptions.Seed"/>.</summary>
    public ArchitectureGraphOptions Graphs { get; init; } = new();

    /// <summary>
    /// The fewest labels from which graph neural networks take part; 2 or more, default 300. With fewer they add nothing that pays for their time.
    /// </summary>
    public int FewestValuesForGraphs { get; init; } = 300;

    /// <summary>The most labels up to which the Gaussian process takes part, whose time grows with their cube; 0 leaves it out, default 1000.</summary>
    public int MostValuesForGaussianProcess { get; init; } = 1000;

    internal void Validate()
    {
        Trees.Validate();
        Graphs.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(FewestValuesForGraphs, SurrogateTrainer.MinimumValues);
        ArgumentOutOfRangeException.ThrowIfNegative(MostValuesForGaussianProcess);
    }
}
