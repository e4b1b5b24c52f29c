using System.Globalization;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Output;
using Surrogates.Evaluation.Protocols;

namespace Surrogates.Cli.Commands.Evaluate;

/// <summary>Evaluations as a table, with the mean over the tasks for each model and size, and as JSON.</summary>
internal sealed record EvaluationReport(string Space, string Sources, string Split, string? Features, IReadOnlyList<EvaluationResult> Results)
{
    public void Write(CommandContext context)
    {
        var table = new ResultTable().Text("task").Text("model").Numbers(
            ["labels", "Spearman", "Kendall", "precision@10", "regret@1", "regret@10", "coverage 90%", "fit", "predict"]);
        foreach (var result in Results)
        {
            AddRow(table, result.Task, [result]);
        }

        foreach (var group in Results.GroupBy(result => (result.Model, result.TrainSize)).Where(group => group.Count() > 1))
        {
            AddRow(table, $"mean of {group.Count()} tasks", [.. group]);
        }

        context.Show(table);
        context.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{Space}: mean ± standard deviation over {Results[0].Repeats} repeats, tested on about {Results[0].Candidates} other architectures, split by {Split}"));
        context.Line("regret in standard deviations of the task's values; coverage should be .90");
        context.WriteJson([.. Results.Select(ToElement)]);
    }

    private static void AddRow(ResultTable table, string title, IReadOnlyList<EvaluationResult> results) =>
        table.Row(
            title,
            results[0].Model,
            Numerals.Count(results[0].TrainSize),
            WithDeviation(results, result => result.Spearman),
            WithDeviation(results, result => result.Kendall),
            Mean(results, result => result.PrecisionAt10.Mean, "F2"),
            Mean(results, result => result.RegretAt1.Mean, "F3"),
            Mean(results, result => result.RegretAt10.Mean, "F3"),
            Mean(results, result => result.Coverage90.Mean, "F2"),
            Numerals.Seconds(results.Average(result => result.FitSeconds)),
            Numerals.Seconds(results.Average(result => result.PredictSeconds)));

    // Of several tasks, the mean of the tasks' deviations.
    private static string WithDeviation(IReadOnlyList<EvaluationResult> results, Func<EvaluationResult, MeanAndDeviation> metric) =>
        $"{Mean(results, result => metric(result).Mean, "F3")} ± {Mean(results, result => metric(result).Std, "F3")}";

    private static string Mean(IReadOnlyList<EvaluationResult> results, Func<EvaluationResult, double> number, string format) =>
        results.Average(number).ToString(format, CultureInfo.InvariantCulture);

    private Element ToElement(EvaluationResult result) => new(
        Space,
        result.Task,
        result.Model,
        Sources,
        result.TrainSize,
        result.Repeats,
        Split,
        Features,
        result.Kendall,
        result.Spearman,
        result.PrecisionAt10,
        result.RegretAt1,
        result.RegretAt10,
        result.Coverage90,
        result.FitSeconds,
        result.PredictSeconds,
        result.Candidates);

    private sealed record Element(
        string Space,
        string Task,
        string Model,
        string Sources,
        int TrainSize,
        int Repeats,
        string Split,
        string? Features,
        MeanAndDeviation Kendall,
        MeanAndDeviation Spearman,
        MeanAndDeviation PrecisionAt10,
        MeanAndDeviation RegretAt1,
        MeanAndDeviation RegretAt10,
        MeanAndDeviation Coverage90,
        double FitSeconds,
        double PredictSeconds,
        int Candidates);
}
