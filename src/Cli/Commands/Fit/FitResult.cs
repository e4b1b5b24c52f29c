using System.Text.Json.Serialization;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Output;

namespace Surrogates.Cli.Commands.Fit;

/// <summary>What was trained, on what, and how well it does on what it has not seen.</summary>
internal sealed record FitResult(
    string Model,
    string Task,
    int Rows,
    double FitSeconds,
    Validation? Validation,
    [property: JsonIgnore] string Output,
    [property: JsonIgnore] string Card)
    : IJsonResult
{
    public void Write(CommandContext context)
    {
        var table = new ResultTable().Text("model").Text("task").Numbers(["rows", "fit", "Kendall tau", "Spearman"]);
        table.Row(
            Model,
            Task,
            Numerals.Count(Rows),
            Numerals.Seconds(FitSeconds),
            Numerals.Correlation(Validation?.Kendall ?? double.NaN),
            Numerals.Correlation(Validation?.Spearman ?? double.NaN));
        context.Show(table);
        context.Note($"Wrote {Output} and its model card {Card}.");
        context.WriteJson(this);
    }
}
