using Surrogates.Architectures;
using Surrogates.Evaluation;

namespace Surrogates.AutoML.Confirmation;

/// <summary>An architecture that was trained fully over several seeds.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="IsBaseline">Whether it is what a user would take without a search.</param>
/// <param name="Scores">The metric of each training, of which higher is better; NaN where a training failed.</param>
/// <param name="Seconds">Seconds of all its trainings together.</param>
public sealed record ConfirmedArchitecture(Architecture Architecture, bool IsBaseline, IReadOnlyList<double> Scores, double Seconds)
{
    /// <summary>Mean and 95% interval over the seeds; the mean is NaN where a training failed.</summary>
    public ConfidenceInterval Interval => Scores.All(double.IsFinite)
        ? StudentInterval.OfMean([.. Scores])
        : new ConfidenceInterval(double.NaN, double.NegativeInfinity, double.PositiveInfinity);
}
