using System.Globalization;
using System.Text;
using Surrogates.AutoML.Experiments;
using Surrogates.Evaluation;

namespace Surrogates.AutoML.Reports;

/// <summary>What a search on images did and found, in words (Markdown). Its heading is the verdict.</summary>
public static class SearchSummary
{
    /// <summary>The summary.</summary>
    public static string Of(ImageSearchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var quality = SurrogateQuality.Of(result);
        var metric = new MetricText(result.Task.Metric);
        var text = new StringBuilder();
        Paragraph(text, $"# {Verdict(result)}");
        WriteTrials(text, result, metric);
        WriteSurrogate(text, quality);
        WriteConfirmation(text, result, quality, metric);
        WriteTest(text, result, metric);
        WriteCost(text, result);
        return text.ToString();
    }

    /// <summary>The answer in one sentence.</summary>
    public static string Verdict(ImageSearchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (winner, baseline) = (result.Confirmation.Winner.Architecture, result.Confirmation.Baseline.Architecture);
        if (result.Confirmation.Winner.IsBaseline)
        {
            return $"The search found nothing better than the baseline {baseline}";
        }

        var advantage = result.Confirmation.Advantage;
        var metric = new MetricText(result.Task.Metric);
        var isKnown = double.IsFinite(advantage.Lower);
        var difference = isKnown ? metric.Difference(advantage) : metric.Difference(advantage.Mean);
        var judgement = !isKnown ? $"One seed cannot tell whether {winner} is better than"
            : advantage.Lower > 0 ? $"{winner} is better than"
            : advantage.Upper < 0 ? $"{winner} was best on the validation images, but on the test images it is worse than"
            : $"{winner} is not shown to be better than";
        return $"{judgement} the baseline {baseline}: {result.Task.Metric.Name} is {difference}";
    }

    private static void WriteTrials(StringBuilder text, ImageSearchResult result, MetricText metric)
    {
        var succeeded = result.Trials.Where(trial => !trial.Failed).ToArray();
        var best = succeeded.MaxBy(trial => trial.Value);
        var median = SampleStatistics.Median([.. succeeded.Select(trial => trial.Value)]);
        Paragraph(text, "## What was tried");
        Paragraph(
            text,
            Invariant($"{result.Trials.Count} of the {result.Space.Count:N0} architectures of the space '{result.Space.Name}' were ")
            + $"trained briefly on the task {result.Task.Name}; the tuner '{result.Tuner}' chose them. The metric is {result.Task.Metric.Name}: "
            + $"{result.Task.Metric.Description}. {(result.Task.Metric.HigherIsBetter ? "Higher" : "Lower")} is better.");
        Paragraph(text, $"The best trial was `{best.Architecture}` with {metric.Value(best.Value)}; the median is {metric.Value(median)}.");
        if (result.Trials.Where(trial => trial.Failed).ToArray() is [var first, ..] failed)
        {
            Paragraph(
                text,
                (failed.Length == 1 ? "One trial failed," : Invariant($"{failed.Length} trials failed, the first"))
                + $" `{first.Architecture}`"
                + (first.Failure is { } reason ? $": {reason.TrimEnd('.')}." : "."));
        }
    }

    private static void WriteSurrogate(StringBuilder text, SurrogateQuality quality)
    {
        Paragraph(text, "## How well the surrogate predicted the trials");
        Paragraph(
            text,
            double.IsNaN(quality.LeftOutSpearman)
                ? "Too few trials succeeded to tell."
                : "Each trial was predicted by a surrogate that knew all the others. Spearman's correlation of predictions and results "
                    + Invariant($"over {quality.LeftOutTrials} trials is {quality.LeftOutSpearman:F2}; 1 is the true order, 0 is chance."));
    }

    private static void WriteConfirmation(StringBuilder text, ImageSearchResult result, SurrogateQuality quality, MetricText metric)
    {
        var candidates = result.Confirmation.Candidates;
        var predicted = result.Finalists.DistinctBy(finalist => finalist.Architecture)
            .ToDictionary(finalist => finalist.Architecture, finalist => finalist.Predicted);
        Paragraph(text, "## Predicted against confirmed");
        Paragraph(
            text,
            (candidates.Count == 1
                ? "The only finalist is the baseline. It was trained fully "
                : Invariant($"{candidates.Count} candidates, the finalists and the baseline, were trained fully "))
            + $"from {Seeds(candidates[0].Scores.Count)} each and {(candidates.Count == 1 ? "measured" : "compared")} on the validation images.");
        Paragraph(
            text,
            (result.Surrogate is null
                ? "Predicted is what the brief training reached, for there were too few trials for a surrogate. "
                : "Predicted is what the surrogate expects of a brief training. ")
            + "Confirmed is the mean of the full trainings, with its 95% interval. The best of several looks better than it is; the test "
            + "below is free of that.");
        text.Append("| architecture | predicted | confirmed | |\n|---|---|---|---|\n");
        foreach (var candidate in candidates)
        {
            var isWinner = candidate.Architecture.Equals(result.Confirmation.Winner.Architecture);
            var note = (isWinner, candidate.IsBaseline) switch
            {
                (true, true) => "winner, baseline",
                (true, false) => "winner",
                (false, true) => "baseline",
                _ => "",
            };
            var prediction = metric.Value(predicted.GetValueOrDefault(candidate.Architecture, double.NaN));
            Row(text, Code(candidate.Architecture.Text), prediction, metric.Value(candidate.Interval), note);
        }

        text.Append('\n');
        if (!double.IsNaN(quality.ConfirmedSpearman))
        {
            Paragraph(
                text,
                Invariant($"Over these {quality.ConfirmedCandidates}, Spearman's correlation of predicted and confirmed values is ")
                + Invariant($"{quality.ConfirmedSpearman:F2}."));
        }
    }

    private static void WriteTest(StringBuilder text, ImageSearchResult result, MetricText metric)
    {
        var (winner, baseline) = (result.Confirmation.Winner, result.Confirmation.Baseline);
        var (isBaseline, metricName) = (winner.IsBaseline, result.Task.Metric.Name);
        Paragraph(text, isBaseline ? "## The baseline on the test images" : "## The winner against the baseline");
        Paragraph(
            text,
            $"{(isBaseline ? "The baseline won. It was" : "Both were")} trained anew on training and validation images together, from "
            + $"{Seeds(winner.Scores.Count)} that did not choose the winner, and tested once, on images by which nothing was chosen.");
        text.Append($"| | architecture | test {metricName} (95% interval) |\n|---|---|---|\n");
        Row(text, isBaseline ? "winner, baseline" : "winner", Code(winner.Architecture.Text), metric.Value(winner.Interval));
        if (!isBaseline)
        {
            Row(text, "baseline", Code(baseline.Architecture.Text), metric.Value(baseline.Interval));
        }

        text.Append('\n');
        if (!isBaseline)
        {
            Paragraph(text, $"Seed by seed, the winner's {metricName} is {metric.Difference(result.Confirmation.Advantage)}.");
        }

        Paragraph(
            text,
            $"The network that is handed over is the winner's from the first of these seeds; its own test {metricName} is {metric.Value(winner.Scores[0])}.");
    }

    private static void WriteCost(StringBuilder text, ImageSearchResult result)
    {
        var confirmation = result.Confirmation;
        var trainings = confirmation.Candidates.Sum(candidate => candidate.Scores.Count)
            + confirmation.Winner.Scores.Count + (confirmation.Winner.IsBaseline ? 0 : confirmation.Baseline.Scores.Count);
        Paragraph(text, "## What it cost");
        text.Append("| | time |\n|---|---|\n");
        Row(text, Invariant($"{result.Trials.Count} trials"), Duration(result.TrialSeconds));
        Row(text, "the tuner's share of it", Duration(result.TunerSeconds));
        Row(text, Invariant($"{trainings} full trainings"), Duration(result.ConfirmationSeconds));
        Row(text, "in all", Duration(result.TrialSeconds + result.ConfirmationSeconds));
    }

    private static string Seeds(int count) => count == 1 ? "one seed" : Invariant($"{count} seeds");

    private static string Duration(double seconds) => seconds switch
    {
        < 100 => Invariant($"{seconds:F1} s"),
        < 6000 => Invariant($"{seconds / 60:F1} min"),
        _ => Invariant($"{seconds / 3600:F1} h"),
    };

    // A pipe would end a cell of a table, also within code; NAS-Bench-201 has pipes.
    private static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static void Row(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            text.Append("| ").Append(cell).Append(cell.Length > 0 ? " " : "");
        }

        text.Append("|\n");
    }

    private static void Paragraph(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
