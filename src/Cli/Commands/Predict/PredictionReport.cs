using Surrogates.Cli.Hosting;
using Surrogates.Cli.Output;
using Surrogates.Models;

namespace Surrogates.Cli.Commands.Predict;

/// <summary>Predictions as a table and as JSON.</summary>
internal sealed record PredictionReport(Surrogate Surrogate, IReadOnlyList<RankedPrediction> Predictions)
{
    public void Write(CommandContext context)
    {
        var hasEquals = Predictions.Any(prediction => prediction.EqualTo is not null);
        var table = new ResultTable().Number("rank").Text("architecture").Numbers([Surrogate.Task, "± std", "90% from", "to"]);
        if (hasEquals)
        {
            table.Text("same network as");
        }

        for (var i = 0; i < Predictions.Count; i++)
        {
            var (architecture, prediction, equalTo) = Predictions[i];
            string[] cells =
            [
                Numerals.Count(i + 1),
                architecture.Text,
                Numerals.Value(prediction.Score),
                Numerals.Value(prediction.StandardDeviation),
                Numerals.Value(prediction.Lower),
                Numerals.Value(prediction.Upper),
            ];
            table.Row(hasEquals ? [.. cells, equalTo?.Text ?? ""] : cells);
        }

        context.Show(table);
        context.WriteJson([.. Predictions.Select(ranked => new Element(ranked.Architecture.Text, ranked.Prediction.Score, ranked.Prediction.StandardDeviation))]);
    }

    private sealed record Element(string Arch, double Score, double Std);
}
