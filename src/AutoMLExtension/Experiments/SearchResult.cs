using Surrogates.Architectures;
using Surrogates.Evaluation.Protocols;

namespace Surrogates.AutoML.Experiments;

/// <summary>What a tuner found on a table's task, over repeats.</summary>
public sealed record SearchResult
{
    /// <summary>The task.</summary>
    public required string Task { get; init; }

    /// <summary>The tuner.</summary>
    public required string Tuner { get; init; }

    /// <summary>The look-ups of a search.</summary>
    public required int Trials { get; init; }

    /// <summary>The number of repeats.</summary>
    public required int Repeats { get; init; }

    /// <summary>The rank of the best found among all rows of the table: rows that are strictly better, plus one.</summary>
    public required MeanAndDeviation Rank { get; init; }

    /// <summary>The rank in the worst repeat.</summary>
    public required int WorstRank { get; init; }

    /// <summary>The table's best value minus the best found, in the table's standard deviations.</summary>
    public required MeanAndDeviation Regret { get; init; }

    /// <summary>All the tuner's time, refits and scoring included, by trials.</summary>
    public required double TunerMillisecondsPerTrial { get; init; }

    /// <summary>The best architecture that a repeat found.</summary>
    public required Architecture Best { get; init; }

    /// <summary>Its value.</summary>
    public required double BestValue { get; init; }
}
