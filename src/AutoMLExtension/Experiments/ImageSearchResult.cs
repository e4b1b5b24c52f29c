using Surrogates.Architectures;
using Surrogates.AutoML.Confirmation;
using Surrogates.AutoML.Trials;
using Surrogates.Models;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Experiments;

/// <summary>What a search on images did and found. Values are such that higher is better (<see cref="TaskMetric.ToScore"/>).</summary>
public sealed record ImageSearchResult
{
    /// <summary>What was searched for.</summary>
    public required ITrainingTask Task { get; init; }

    /// <summary>The search space.</summary>
    public required ISearchSpace Space { get; init; }

    /// <summary>The tuner's name.</summary>
    public required string Tuner { get; init; }

    /// <summary>The trials, in order.</summary>
    public required IReadOnlyList<TrialResult> Trials { get; init; }

    /// <summary>
    /// For each trial what a surrogate of all the others predicts of it, NaN where the trial failed or too few are left.
    /// </summary>
    public required IReadOnlyList<double> LeftOutPredictions { get; init; }

    /// <summary>The surrogate of all trials; null where too few succeeded.</summary>
    public required Surrogate? Surrogate { get; init; }

    /// <summary>The finalists, best predicted first, with what the surrogate predicts of them; the baseline's prediction is last.</summary>
    public required IReadOnlyList<(Architecture Architecture, double Predicted)> Finalists { get; init; }

    /// <summary>Full trainings, winner, baseline and the network to hand over.</summary>
    public required ConfirmationResult Confirmation { get; init; }

    /// <summary>Seconds that the trials took, as a clock on the wall counts.</summary>
    public required double TrialSeconds { get; init; }

    /// <summary>Seconds that the confirmation took.</summary>
    public required double ConfirmationSeconds { get; init; }

    /// <summary>Seconds spent in the tuner, part of <see cref="TrialSeconds"/>.</summary>
    public required double TunerSeconds { get; init; }
}
