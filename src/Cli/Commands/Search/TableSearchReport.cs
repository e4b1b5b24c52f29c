using System.Globalization;
using Surrogates.AutoML.Experiments;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;
using Surrogates.Evaluation.Protocols;
using Surrogates.Models;

namespace Surrogates.Cli.Commands.Search;

/// <summary>Searches as a table, with the mean over the tasks for each tuner, a sentence on the best, and as JSON.</summary>
internal sealed record TableSearchReport(ArchitectureTable Table, ISurrogateTrainer? Trainer, string Sources, IReadOnlyList<SearchResult> Results)
{
    /// <summary>What stands in the JSON for the surrogate tuner's own model.</summary>
    public const string DefaultModel = "process";

    private const string SurrogateTunerName = "surrogate";

    public void Write(CommandContext context)
    {
        var table = new ResultTable().Text("task").Text("tuner").Numbers(["mean rank", "± std", "worst", "regret", "tuner ms/trial"])
            .Text("best found").Number("value");
        foreach (var result in Results)
        {
            table.Row([.. Cells(result.Task, [result]), result.Best.Text, Numerals.Value(result.BestValue)]);
        }

        foreach (var group in Results.GroupBy(result => result.Tuner).Where(group => group.Count() > 1))
        {
            table.Row([.. Cells($"mean of {group.Count()} tasks", [.. group]), "", ""]);
        }

        context.Show(table);
        var first = Results[0];
        context.Line(
            $"{Table.Space.Name}: {first.Trials} trials among {Numerals.Count(Table.Table.Count)} architectures, mean over {first.Repeats} "
            + $"{(first.Repeats == 1 ? "seed" : "seeds")}; rank 1 is the best of the table");
        foreach (var task in Results.GroupBy(result => result.Task))
        {
            var best = task.MaxBy(result => result.BestValue)!;
            context.Line($"{task.Key}: {best.Best.Text} is the best found, {Numerals.Value(best.BestValue)}");
        }

        context.WriteJson([.. Results.Select(ToElement)]);
    }

    private static string[] Cells(string title, IReadOnlyList<SearchResult> results) =>
    [
        title,
        results[0].Tuner,
        Format(results.Average(result => result.Rank.Mean), "F1"),
        Format(results.Average(result => result.Rank.Std), "F1"),
        Numerals.Count(results.Max(result => result.WorstRank)),
        Format(results.Average(result => result.Regret.Mean), "F3"),
        Format(results.Average(result => result.TunerMillisecondsPerTrial), "F1"),
    ];

    private static string Format(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private Element ToElement(SearchResult result) => new(
        Table.Space.Name,
        result.Task,
        result.Tuner,
        result.Tuner == SurrogateTunerName ? Trainer?.Name ?? DefaultModel : null,
        Sources,
        result.Trials,
        result.Repeats,
        new RankElement(result.Rank.Mean, result.Rank.Std, result.WorstRank),
        result.Regret,
        result.TunerMillisecondsPerTrial,
        new BestElement(result.Best.Text, result.BestValue));

    private sealed record RankElement(double Mean, double Std, int Max);

    private sealed record BestElement(string Arch, double Value);

    private sealed record Element(
        string Space,
        string Task,
        string Tuner,
        string? Model,
        string Sources,
        int Trials,
        int Repeats,
        RankElement Rank,
        MeanAndDeviation Regret,
        double TunerMillisecondsPerTrial,
        BestElement Best);
}
