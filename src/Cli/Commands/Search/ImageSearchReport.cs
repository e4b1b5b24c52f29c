using Surrogates.AutoML.Confirmation;
using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Reports;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Output;
using Surrogates.Evaluation;

namespace Surrogates.Cli.Commands.Search;

/// <summary>A search on images, as a summary in words and as JSON. In the JSON, metrics are as the task's users know them.</summary>
internal sealed record ImageSearchReport(ImageSearchResult Result, SearchFolder? Folder)
{
    public void Write(CommandContext context)
    {
        context.Line(SearchSummary.Of(Result).TrimEnd('\n'));
        if (Folder is not null)
        {
            context.Note($"Wrote {Folder.Model}, {Folder.Trials} and {Folder.Summary}.");
        }

        context.WriteJson(ToDocument());
    }

    private Document ToDocument()
    {
        var quality = SurrogateQuality.Of(Result);
        var (winner, baseline) = (Result.Confirmation.Winner, Result.Confirmation.Baseline);
        var advantage = Result.Confirmation.Advantage;
        return new Document(
            new BestElement(
                winner.Architecture.Text,
                Result.Task.Name,
                Result.Task.Metric.Name,
                Known(winner.Interval.Mean),
                Interval(winner.Interval),
                SearchSummary.Verdict(Result)),
            new BaselineElement(
                baseline.Architecture.Text,
                Known(baseline.Interval.Mean),
                Interval(baseline.Interval),
                new DifferenceElement(Known(advantage.Mean), Interval(advantage))),
            [.. Result.Trials.Zip(Result.LeftOutPredictions, (trial, predicted) => new TrialElement(
                trial.Architecture.Text, Known(trial.Value), Known(predicted), trial.Seconds, trial.Failure))],
            [.. Result.Confirmation.Candidates.Select(ToElement)],
            new SurrogateElement(Result.Surrogate?.Kind, quality.LeftOutSpearman, quality.ConfirmedSpearman),
            Result.TrialSeconds,
            Result.ConfirmationSeconds,
            1000 * Result.TunerSeconds / Result.Trials.Count,
            Folder?.Summary,
            Folder?.Model);
    }

    private ConfirmationElement ToElement(ConfirmedArchitecture candidate)
    {
        var predicted = Result.Finalists.FirstOrDefault(finalist => finalist.Architecture.Equals(candidate.Architecture));
        return new ConfirmationElement(
            candidate.Architecture.Text,
            candidate.IsBaseline,
            predicted.Architecture is null ? double.NaN : Known(predicted.Predicted),
            Known(candidate.Interval.Mean),
            Interval(candidate.Interval),
            [.. candidate.Scores.Select(Known)],
            candidate.Seconds);
    }

    private double Known(double score) => Result.Task.Metric.ToScore(score);

    private double[] Interval(ConfidenceInterval interval) => [.. new[] { Known(interval.Lower), Known(interval.Upper) }.Order()];

    private sealed record Document(
        BestElement Best,
        BaselineElement Baseline,
        IReadOnlyList<TrialElement> Trials,
        IReadOnlyList<ConfirmationElement> Confirmation,
        SurrogateElement Surrogate,
        double TrialSeconds,
        double ConfirmationSeconds,
        double TunerMillisecondsPerTrial,
        string? Report,
        string? Model)
        : IJsonResult;

    private sealed record BestElement(string Arch, string Task, string Metric, double Test, double[] Interval, string Verdict);

    private sealed record BaselineElement(string Arch, double Test, double[] Interval, DifferenceElement Difference);

    private sealed record DifferenceElement(double Mean, double[] Interval);

    private sealed record TrialElement(string Arch, double Validation, double Predicted, double Seconds, string? Failure);

    private sealed record ConfirmationElement(
        string Arch, bool IsBaseline, double Predicted, double Validation, double[] Interval, double[] Seeds, double Seconds);

    private sealed record SurrogateElement(string? Model, double LeftOutSpearman, double ConfirmedSpearman);
}
