namespace Surrogates.AutoML.Tuners;

/// <summary>Settings of regularized evolution.</summary>
public sealed record EvolutionOptions
{
    /// <summary>The size of the population; 1 or more, default 20, which suits budgets of a hundred trials.</summary>
    public int PopulationSize { get; init; } = 20;

    /// <summary>How many members are drawn, with repetition, to find a parent; 1 or more, default 5.</summary>
    public int SampleSize { get; init; } = 5;

    internal EvolutionOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(PopulationSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(SampleSize, 1);
        return this;
    }
}
