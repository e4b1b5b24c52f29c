using Surrogates.Architectures;
using Surrogates.Cli.Hosting;
using Surrogates.Evaluation;
using Surrogates.Models;

namespace Surrogates.Cli.Commands.Fit;

/// <summary>
/// Accuracy by cross-validation: each architecture is predicted by a surrogate that saw neither it nor an equal network.
/// </summary>
internal sealed record Validation(int Folds, double Kendall, double Spearman)
{
    private const int MaximumFolds = 5;

    /// <summary>Trains a surrogate a fold; null where there are too few networks to hold any out.</summary>
    public static Validation? Run(ISurrogateTrainer trainer, TrainingSet data, SurrogateOptions options, CommandContext context)
    {
        var fold = AssignFolds(data, options.Seed, out var folds);
        if (folds < 2)
        {
            context.Note($"{data.Values.Count} rows are too few to hold any out: the accuracy is not known.");
            return null;
        }

        // Only the order of predictions is judged, so their uncertainty need not be calibrated.
        var uncalibrated = options with { Calibrate = false };
        var predicted = new double[fold.Length];
        context.Track($"cross-validate {trainer.Name}", folds, progress =>
        {
            for (var k = 0; k < folds; k++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                int[] test = [.. Places(fold, place => place == k)];
                var surrogate = trainer.Fit(data.Take(Places(fold, place => place != k)), uncalibrated, context.Cancellation);
                var predictions = surrogate.Predict(Array.ConvertAll(test, i => data.Architectures[i]));
                for (var i = 0; i < test.Length; i++)
                {
                    predicted[test[i]] = predictions[i].Score;
                }

                progress.Report(k + 1);
            }

            return folds;
        });
        double[] actual = [.. data.Values];
        return new(folds, RankCorrelation.KendallTauB(predicted, actual), RankCorrelation.Spearman(predicted, actual));
    }

    // Whole networks go to a fold. Half of the rows, and at least two, are left to train on.
    private static int[] AssignFolds(TrainingSet data, int seed, out int folds)
    {
        Architecture[] networks = [.. data.Architectures.Select(architecture => architecture.Canonical).Distinct()];
        new Random(seed).Shuffle(networks);
        var count = Math.Min(MaximumFolds, networks.Length / 2);
        folds = count;
        var order = networks.Select((network, i) => (network, i)).ToDictionary(pair => pair.network, pair => pair.i);
        return [.. data.Architectures.Select(architecture => count == 0 ? 0 : order[architecture.Canonical] % count)];
    }

    private static IEnumerable<int> Places(int[] folds, Func<int, bool> isWanted) =>
        Enumerable.Range(0, folds.Length).Where(i => isWanted(folds[i]));
}
