using Surrogates.Architectures;

namespace Surrogates.AutoML.Trials;

/// <summary>What a trial found.</summary>
/// <param name="Architecture">The architecture that was evaluated.</param>
/// <param name="Value">Its value; higher is better. NaN where the trial failed.</param>
public readonly record struct TrialResult(Architecture Architecture, double Value)
{
    /// <summary>Whether the trial gave no value.</summary>
    public bool Failed => !double.IsFinite(Value);

    /// <summary>Seconds that the trial took; 0 for a look-up.</summary>
    public double Seconds { get; init; }

    /// <summary>Why the trial failed, in one line; null where it did not, or where nobody said.</summary>
    public string? Failure { get; init; }
}
