using Surrogates.AutoML.Trials;

namespace Surrogates.AutoML.Experiments;

/// <summary>What a search did.</summary>
/// <param name="Trials">All trials, in order.</param>
/// <param name="TunerTime">All the time spent in the tuner, refits and scoring included.</param>
public sealed record ExperimentResult(IReadOnlyList<TrialResult> Trials, TimeSpan TunerTime)
{
    /// <summary>The best trial; null where none gave a value. Of equal values the first.</summary>
    public TrialResult? Best =>
        Trials.Where(trial => !trial.Failed).Select(trial => (TrialResult?)trial).MaxBy(trial => trial!.Value.Value);
}
