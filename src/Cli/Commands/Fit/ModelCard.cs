using System.Globalization;
using Surrogates.Benchmarks;
using Surrogates.Cli.Hosting;
using Surrogates.Models;

namespace Surrogates.Cli.Commands.Fit;

/// <summary>The Markdown that stands beside a saved surrogate and says what it is good for.</summary>
internal static class ModelCard
{
    /// <summary>The card's path: the model's with the extension <c>.md</c>.</summary>
    /// <exception cref="InputException">That would be the model itself.</exception>
    public static string PathFor(string model)
    {
        var card = Path.ChangeExtension(model, ".md");
        return card != model
            ? card
            : throw new InputException($"--output {model}: the model card has this name; expected one that ends in .zip");
    }

    /// <summary>Writes the card; the same fit writes the same card.</summary>
    public static string Write(
        Surrogate surrogate, ISurrogateTrainer trainer, FitResult result, TrainingSet data, BenchmarkTable table, int seed)
    {
        var file = Path.GetFileName(result.Output);
        var columns = surrogate.Columns.Count == 0 ? "none" : string.Join(", ", surrogate.Columns.Select(column => $"`{column}`"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            # {Path.GetFileNameWithoutExtension(file)}: a surrogate for {surrogate.Task}

            Predicts the value of the task `{surrogate.Task}` for architectures of the search space `{surrogate.Space.Name}`, before they are trained.

            | | |
            |---|---|
            | Kind | `{surrogate.Kind}`: {trainer.Description} |
            | Task | `{surrogate.Task}` (higher is better) |
            | Search space | `{surrogate.Space.Name}`: {surrogate.Space.Description} |
            | Trained on | {data.Values.Count} of {table.MeasuredCount(surrogate.Task)} measured architectures of `{table.Name}` (content `{table.ContentHash[..16]}`), seed {seed} |
            | Range of the values | {data.Values.Min():G6} to {data.Values.Max():G6} |
            | Encoding | `{surrogate.Encoding}` |
            | Joined columns | {columns} |
            | Surrogates | version {FaultReport.Version.Split('+')[0]} |

            ## Accuracy

            {Accuracy(result.Validation)}

            ## Intended use

            Ranking architectures of this space for this task: choosing which to train next in a search, or which not to train at all. Confirm
            what it prefers by training it; the best of many predictions looks better than it is.

            ## Limits

            - It knows the search space `{surrogate.Space.Name}` alone, and refuses other architectures.
            - Values are those of the training protocol behind the table: other data, sizes or schedules shift them, and may change their order.
            - Scores outside of the range above are extrapolated.
            - The 90% interval holds for architectures drawn like those that it was trained on; those that a search seeks out are not.

            ## Use

            On the command line:

            ```
            surrogate predict --model {file} --all --top 10{(surrogate.Columns.Count == 0 ? "" : " --features FEATURES.csv")}
            ```

            In ML.NET, with the package `Surrogates`:

            ```csharp
            {Example(surrogate, data, file)}
            ```

            """);
    }

    private static string Accuracy(Validation? validation) =>
        validation is null
            ? "Not known: there were too few architectures to hold any out."
            : string.Create(CultureInfo.InvariantCulture, $"""
                Held out by {validation.Folds}-fold cross-validation, equal networks together in a fold:

                | Kendall tau | Spearman |
                |---|---|
                | {validation.Kendall:F3} | {validation.Spearman:F3} |
                """);

    private static string Example(Surrogate surrogate, TrainingSet data, string file)
    {
        var architecture = data.Architectures[0].Text;
        return surrogate.Columns.Count == 0
            ? $$"""
                using Microsoft.ML;
                using Surrogates.Architectures;
                using Surrogates.Models;

                // Typed, with the interval that holds the true value with probability 0.9:
                var surrogate = Surrogate.Load("{{file}}");
                Prediction prediction = surrogate.Predict(surrogate.Space.Parse("{{architecture}}"));
                Console.WriteLine($"{prediction.Score} ({prediction.Lower} to {prediction.Upper})");

                // As any other ML.NET model:
                var context = new MLContext();
                context.ComponentCatalog.RegisterAssembly(typeof(Surrogate).Assembly);
                ITransformer model = context.Model.Load("{{file}}", out _);
                IDataView scored = model.Transform(context.Data.LoadFromEnumerable([new Row { Architecture = "{{architecture}}" }]));

                class Row { public string Architecture { get; set; } = ""; }
                """
            : $$"""
                using Surrogates.Architectures;
                using Surrogates.Benchmarks;
                using Surrogates.Models;

                var surrogate = Surrogate.Load("{{file}}").WithFeatures(FeatureTable.Load("FEATURES.csv"));
                Prediction prediction = surrogate.Predict(surrogate.Space.Parse("{{architecture}}"));
                Console.WriteLine($"{prediction.Score} ({prediction.Lower} to {prediction.Upper})");
                """;
    }
}
