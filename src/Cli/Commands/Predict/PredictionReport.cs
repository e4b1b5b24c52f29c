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
        context.WriteJson([.. Predictions.Select(ranked => Element.Of(ranked.Architecture.Text, ranked.Prediction))]);
    }

    private sealed record Element(string Arch, double Score, double Std)
    {
        public static Element Of(string arch, Prediction prediction) => new(arch, prediction.Score, prediction.StandardDeviation);
    }
}
