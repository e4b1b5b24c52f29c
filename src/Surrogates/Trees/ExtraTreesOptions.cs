namespace Surrogates.Trees;

/// <summary>Settings of extremely randomized trees.</summary>
public sealed record ExtraTreesOptions
{
    /// <summary>The number of trees; 1 or more, default 200. More are never worse, only slower.</summary>
    public int NumberOfTrees { get; init; } = 200;

    /// <summary>The share of the features that a split chooses among; above 0 to 1, default 1/2.</summary>
    public double FeatureFraction { get; init; } = 0.5;

    /// <summary>The fewest training rows in a leaf; 1 or more, default 1.</summary>
    public int MinimumExampleCountPerLeaf { get; init; } = 1;

    /// <summary>The seed of every random choice; null takes the <c>MLContext</c>'s, else 0.</summary>
    public int? Seed { get; init; }

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
