using Surrogates.AutoML.Experiments;
using Surrogates.Evaluation;

namespace Surrogates.AutoML.Reports;

/// <summary>How well the surrogate of a search predicted.</summary>
/// <param name="LeftOutSpearman">
/// Rank correlation of the trials' values with what a surrogate of all other trials predicts; NaN where it is not defined.
/// </param>
/// <param name="LeftOutTrials">The trials that it is of.</param>
/// <param name="ConfirmedSpearman">
/// Rank correlation of predicted with confirmed values, over the finalists and the baseline; NaN where it is not defined.
/// </param>
/// <param name="ConfirmedCandidates">How many these are.</param>
public sealed record SurrogateQuality(double LeftOutSpearman, int LeftOutTrials, double ConfirmedSpearman, int ConfirmedCandidates)
{
    /// <summary>The quality of a search's surrogate.</summary>
    public static SurrogateQuality Of(ImageSearchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var trials = result.Trials.Zip(result.LeftOutPredictions)
            .Where(pair => !pair.First.Failed && !double.IsNaN(pair.Second))
            .Select(pair => (pair.First.Value, pair.Second))
            .ToArray();
        var predicted = result.Finalists.DistinctBy(finalist => finalist.Architecture)
            .ToDictionary(finalist => finalist.Architecture, finalist => finalist.Predicted);
        var confirmed = result.Confirmation.Candidates
            .Select(candidate => (predicted.GetValueOrDefault(candidate.Architecture, double.NaN), candidate.Interval.Mean))
            .Where(pair => double.IsFinite(pair.Item1) && double.IsFinite(pair.Mean))
            .ToArray();
        return new SurrogateQuality(Spearman(trials), trials.Length, Spearman(confirmed), confirmed.Length);
    }

    private static double Spearman((double, double)[] pairs) => pairs.Length < 3
        ? double.NaN
        : RankCorrelation.Spearman([.. pairs.Select(pair => pair.Item1)], [.. pairs.Select(pair => pair.Item2)]);
}
