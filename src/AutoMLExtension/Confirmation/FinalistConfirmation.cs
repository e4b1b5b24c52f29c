using System.Diagnostics;
using Surrogates.Architectures;
using Surrogates.Numerics;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Models;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Confirmation;

/// <summary>
/// Trains finalists and a baseline fully over several seeds, chooses the best by the validation images, trains it and the baseline again
/// on training and validation images together, from new seeds, and tests both: once.
/// </summary>
/// <remarks>
/// The best of several looks better than it is; that is why the winner is estimated on seeds, and images, that did not choose it.
/// </remarks>
public sealed class FinalistConfirmation
{
    private readonly ITrainingTask _task;
    private readonly ImageSplits _images;
    private readonly ConfirmationOptions _options;

    /// <summary>Prepares a confirmation.</summary>
    /// <param name="task">What to train for.</param>
    /// <param name="images">The images; all three parts are needed.</param>
    /// <param name="options">Seeds and training.</param>
    public FinalistConfirmation(ITrainingTask task, ImageSplits images, ConfirmationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(images);
        (_task, _images, _options) = (task, images, (options ?? new ConfirmationOptions()).Validated());
    }

    /// <summary>Confirms.</summary>
    /// <param name="finalists">The architectures to choose from, at least one.</param>
    /// <param name="baseline">What a user would take without a search; it is a candidate too.</param>
    /// <param name="progress">Receives the share that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TrainingFailedException">No candidate could be trained, or the winner or the baseline not again.</exception>
    public ConfirmationResult Run(
        IReadOnlyList<Architecture> finalists,
        Architecture baseline,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(finalists);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentOutOfRangeException.ThrowIfZero(finalists.Count, nameof(finalists));
        Architecture[] candidates =
        [
            .. finalists.Where(finalist => !finalist.Canonical.Equals(baseline.Canonical)).DistinctBy(finalist => finalist.Canonical), baseline,
        ];
        var all = (candidates.Length * _options.Seeds) + (2 * _options.TestSeeds);
        var confirmed = Choose(candidates, baseline, Part(progress, 0, (double)candidates.Length * _options.Seeds / all), cancellationToken);
        var winner = confirmed[0];
        if (double.IsNaN(winner.Interval.Mean))
        {
            throw new TrainingFailedException(
                "confirmation: no candidate could be trained fully; a lower learning rate or fewer base channels may help.");
        }

        return Test(confirmed, winner, baseline, Part(progress, (double)candidates.Length * _options.Seeds / all, 1), cancellationToken);
    }

    private List<ConfirmedArchitecture> Choose(
        Architecture[] candidates, Architecture baseline, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var outcomes = new Outcome[candidates.Length * _options.Seeds];
        SideBySide.Run(
            outcomes.Length,
            _options.Parallelism,
            job =>
            {
                // Seed by seed, so that what is known early is known of all.
                var (architecture, seed) = (candidates[job % candidates.Length], job / candidates.Length);
                outcomes[job] = Train(architecture, seed, _images.Train, _images.Validation, cancellationToken);
            },
            progress,
            cancellationToken);
        return
        [
            .. candidates
                .Select((architecture, index) => Summarize(
                    architecture, architecture.Equals(baseline), [.. outcomes.Where((_, job) => job % candidates.Length == index)]))
                .OrderByDescending(candidate => candidate.Interval.Mean is var mean && double.IsNaN(mean) ? double.NegativeInfinity : mean),
        ];
    }

    private ConfirmationResult Test(
        List<ConfirmedArchitecture> confirmed,
        ConfirmedArchitecture winner,
        Architecture baseline,
        IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        Architecture[] tested = winner.IsBaseline ? [baseline] : [winner.Architecture, baseline];
        var everything = _images.TrainAndValidation;
        var outcomes = new Outcome[tested.Length * _options.TestSeeds];
        try
        {
            SideBySide.Run(
                outcomes.Length,
                _options.Parallelism,
                job =>
                {
                    var (architecture, seed) = (tested[job % tested.Length], job / tested.Length);
                    outcomes[job] = Train(architecture, _options.Seeds + seed, everything, _images.Test, cancellationToken, keeps: job == 0);
                    if (outcomes[job].Failure is { } failure)
                    {
                        throw new TrainingFailedException($"{architecture}: {failure}");
                    }
                },
                progress,
                cancellationToken);
        }
        catch
        {
            outcomes[0].Network?.Dispose();
            throw;
        }

        ConfirmedArchitecture[] results =
        [
            .. tested.Select((architecture, index) => Summarize(
                architecture, architecture.Equals(baseline), [.. outcomes.Where((_, job) => job % tested.Length == index)])),
        ];
        return new ConfirmationResult(confirmed, results[0], results[^1], outcomes[0].Network!);
    }

    private Outcome Train(
        Architecture architecture, int seed, ImageSubset training, ImageSubset measured, CancellationToken cancellationToken, bool keeps = false)
    {
        var clock = Stopwatch.StartNew();
        TrainedNetwork? network = null;
        var isKept = false;
        try
        {
            // No validation in between: its images, or those for testing, are looked at once, at the end.
            var options = _options.Training with { Seed = _options.Training.Seed + seed, Patience = null, CheckpointFolder = null };
            network = NetworkTrainer.Train(architecture, _task, training, null, options, cancellationToken: cancellationToken);
            var score = _task.Metric.ToScore(network.Evaluate(measured, cancellationToken)[_task.Metric.Name]);
            isKept = keeps;
            return new Outcome(score, clock.Elapsed.TotalSeconds, isKept ? network : null, null);
        }
        catch (TrainingFailedException exception)
        {
            return new Outcome(double.NaN, clock.Elapsed.TotalSeconds, null, exception.Message);
        }
        finally
        {
            if (!isKept)
            {
                network?.Dispose();
            }
        }
    }

    private static ConfirmedArchitecture Summarize(Architecture architecture, bool isBaseline, IReadOnlyList<Outcome> outcomes) =>
        new(architecture, isBaseline, [.. outcomes.Select(outcome => outcome.Score)], outcomes.Sum(outcome => outcome.Seconds));

    private readonly record struct Outcome(double Score, double Seconds, TrainedNetwork? Network, string? Failure);

    private static ImmediateProgress<double> Part(IProgress<double>? whole, double start, double end) =>
        new(share => whole?.Report(start + ((end - start) * share)));
}
