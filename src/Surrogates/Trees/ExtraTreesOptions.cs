namespace Surrogates.Trees;

/// <summary>Settings of extremely randomized trees.</summary>
public record ExtraTreesOptions
{
    /// <summary>The number of trees; 1 or more, default 100. More are never worse, only slower.</summary>
    public int NumberOfTrees { get; init; } = 100;

    /// <summary>The share of the features that a split chooses among; above 0 to 1, default 1/2.</summary>
    public double FeatureFraction { get; init; } = 0.5;

    /// <summary>The fewest training rows in a leaf; 1 or more, default 1.</summary>
    public int MinimumExampleCountPerLeaf { get; init; } = 1;

    /// <summary>
    /// Whether each tree sees a bootstrap of the rows, as random forests do; default true, which measures better on few noisy labels.
    /// </summary>
    public bool Bootstrap { get; init; } = true;

    /// <summary>The seed of every random choice; default 1.</summary>
    public int Seed { get; init; } = 1;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(NumberOfTrees, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumExampleCountPerLeaf, 1);
        if (!(FeatureFraction is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(FeatureFraction), FeatureFraction, "The share of features is above 0 and at most 1.");
        }
    }
}
