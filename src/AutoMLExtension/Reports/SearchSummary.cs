using System.Globalization;
using System.Text;
using Surrogates.AutoML.Experiments;
using Surrogates.Evaluation;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Reports;

/// <summary>What a search on images did and found, in words (Markdown).</summary>
public static class SearchSummary
{
    /// <summary>The summary.</summary>
    public static string Of(ImageSearchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        Write(text, "# ", Verdict(result));
        WriteTrials(text, result);
        WriteSurrogate(text, result);
        WriteConfirmation(text, result);
        WriteTest(text, result);
        WriteCost(text, result);
        return text.ToString();
    }

    /// <summary>The answer in one sentence.</summary>
    public static string Verdict(ImageSearchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (winner, baseline) = (result.Confirmation.Winner, result.Confirmation.Baseline);
        if (winner.IsBaseline)
        {
            return $"No architecture that was tried is better than the baseline {baseline.Architecture}; it is what was handed over";
        }

        var advantage = result.Confirmation.Advantage;
        var metric = result.Task.Metric.Name;
        var interval = FormatDifference(advantage);
        return advantage.Lower > 0 ? $"{winner.Architecture} is better than the baseline {baseline.Architecture}: {metric} {Better(result.Task.Metric)} by {interval}"
            : advantage.Upper < 0 ? $"{winner.Architecture} was best on the validation images, and is worse than the baseline {baseline.Architecture} on the test images: {interval}"
            : $"{winner.Architecture} is no better than the baseline {baseline.Architecture} as far as can be told: {metric} {Better(result.Task.Metric)} by {interval}";
    }

    private static void WriteTrials(StringBuilder text, ImageSearchResult result)
    {
        var succeeded = result.Trials.Where(trial => !trial.Failed).ToArray();
        var best = succeeded.MaxBy(trial => trial.Value);
        var failed = result.Trials.Count - succeeded.Length;
        Write(text, "## ", "What was tried");
        Write(
            text,
            "",
            Invariant($"{result.Trials.Count} architectures of the space '{result.Space.Name}' ({result.Space.Count} in all), proposed by the tuner ")
            + Invariant($"'{result.Tuner}', were trained briefly on the task {result.Task.Name}. The metric is {result.Task.Metric.Name}: ")
            + $"{result.Task.Metric.Description}; {(result.Task.Metric.HigherIsBetter ? "higher" : "lower")} is better. "
            + Invariant($"The best trial was {best.Architecture} with {Shown(result, best.Value)}, the median {Shown(result, Median(succeeded.Select(trial => trial.Value)))}.")
            + (failed > 0 ? Invariant($" {failed} failed; the first: {result.Trials.First(trial => trial.Failed).Failure}") : ""));
    }

    private static void WriteSurrogate(StringBuilder text, ImageSearchResult result)
    {
        var quality = SurrogateQuality.Of(result);
        Write(text, "## ", "How well the surrogate predicted");
        Write(text, "", double.IsNaN(quality.LeftOutSpearman)
            ? "There were too few trials to tell."
            : Invariant($"A surrogate of all other trials orders the {quality.LeftOutTrials} trials with a Spearman correlation of {quality.LeftOutSpearman:F2} ")
                + "(1 is the true order, 0 is chance).");
    }

    private static void WriteConfirmation(StringBuilder text, ImageSearchResult result)
    {
        var candidates = result.Confirmation.Candidates;
        var predicted = result.Finalists.DistinctBy(finalist => finalist.Architecture)
            .ToDictionary(finalist => finalist.Architecture, finalist => finalist.Predicted);
        Write(text, "## ", "Predicted against confirmed");
        Write(
            text,
            "",
            Invariant($"{candidates.Count} candidates were trained fully from {candidates[0].Scores.Count} seeds each and compared on the validation ")
            + "images; the best of several looks better than it is. Predicted is what a brief training would reach, after the surrogate; confirmed "
            + "is the mean of full trainings with its 95% interval.");
        text.Append("| architecture | predicted | confirmed | |\n|---|---|---|---|\n");
        foreach (var candidate in candidates)
        {
            var note = candidate.IsBaseline ? "baseline" : candidate.Architecture.Equals(result.Confirmation.Winner.Architecture) ? "winner" : "";
            text.Append(Invariant(
                $"| `{candidate.Architecture}` | {Shown(result, predicted.GetValueOrDefault(candidate.Architecture, double.NaN))} | {Shown(result, candidate.Interval)} | {note} |\n"));
        }

        text.Append('\n');
    }

    private static void WriteTest(StringBuilder text, ImageSearchResult result)
    {
        var (winner, baseline) = (result.Confirmation.Winner, result.Confirmation.Baseline);
        Write(text, "## ", "The winner against the baseline");
        Write(
            text,
            "",
            Invariant($"Both were trained anew on training and validation images together, from {winner.Scores.Count} seeds that did not choose the ")
            + "winner, and tested once on images that nothing was chosen by.");
        text.Append("| | architecture | test ").Append(result.Task.Metric.Name).Append(" (95% interval) |\n|---|---|---|\n");
        text.Append(Invariant($"| winner | `{winner.Architecture}` | {Shown(result, winner.Interval)} |\n"));
        text.Append(Invariant($"| baseline | `{baseline.Architecture}` | {Shown(result, baseline.Interval)} |\n\n"));
        if (!winner.IsBaseline)
        {
            Write(text, "", $"Paired by seed, the difference is {FormatDifference(result.Confirmation.Advantage)}. {Verdict(result)}.");
        }
    }

    private static void WriteCost(StringBuilder text, ImageSearchResult result)
    {
        Write(text, "## ", "What it cost");
        var trainings = result.Confirmation.Candidates.Sum(candidate => candidate.Scores.Count)
            + result.Confirmation.Winner.Scores.Count + (result.Confirmation.Winner.IsBaseline ? 0 : result.Confirmation.Baseline.Scores.Count);
        Write(
            text,
            "",
            Invariant($"{result.Trials.Count} trials took {Duration(result.TrialSeconds)}, of which the tuner {Duration(result.TunerSeconds)}; ")
            + Invariant($"{trainings} full trainings took {Duration(result.ConfirmationSeconds)}; {Duration(result.TrialSeconds + result.ConfirmationSeconds)} in all."));
    }

    private static string Better(TaskMetric metric) => metric.HigherIsBetter ? "higher" : "lower";

    // A metric of which lower is better is shown as its users know it.
    private static string Shown(ImageSearchResult result, double score) =>
        double.IsFinite(score) ? Invariant($"{result.Task.Metric.ToScore(score):F4}") : "–";

    private static string Shown(ImageSearchResult result, ConfidenceInterval interval)
    {
        if (!double.IsFinite(interval.Mean))
        {
            return "failed";
        }

        double[] ends = [result.Task.Metric.ToScore(interval.Lower), result.Task.Metric.ToScore(interval.Upper)];
        return double.IsFinite(ends[0])
            ? Invariant($"{result.Task.Metric.ToScore(interval.Mean):F4} ({ends.Min():F4} to {ends.Max():F4})")
            : Invariant($"{result.Task.Metric.ToScore(interval.Mean):F4} (one seed, no interval)");
    }

    private static string FormatDifference(ConfidenceInterval interval)
    {
        return double.IsFinite(interval.Lower)
            ? $"{Number(interval.Mean)} (95% interval {Number(interval.Lower)} to {Number(interval.Upper)})"
            : $"{Number(interval.Mean)} (one seed, no interval)";

        string Number(double value) => value.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);
    }

    private static string Duration(double seconds) => seconds < 100 ? Invariant($"{seconds:F1} s") : Invariant($"{seconds / 60:F1} min");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Write(StringBuilder text, string prefix, string paragraph) => text.Append(prefix).Append(paragraph).Append("\n\n");
}
