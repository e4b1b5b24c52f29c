using Surrogates.AutoML.Trials;
using Surrogates.Benchmarks;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Reports;

/// <summary>
/// The trials of a search on images as a table: an ordinary benchmark table, from which a surrogate can be fitted and which another search
/// can look up.
/// </summary>
public static class TrialTable
{
    /// <summary>What the surrogate of all other trials predicts.</summary>
    public const string Predicted = "predicted";

    /// <summary>Seconds that a trial took.</summary>
    public const string Seconds = "seconds";

    /// <summary>
    /// The table: a row a trial, in order; the columns are the metric (higher is better; empty where the trial failed),
    /// <see cref="Predicted"/> (empty while the search runs) and <see cref="Seconds"/>.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="trials">The trials.</param>
    /// <param name="predictions">For each trial what a surrogate of all others predicts, once there is one.</param>
    public static BenchmarkTable Of(ITrainingTask task, IReadOnlyList<TrialResult> trials, IReadOnlyList<double>? predictions = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(trials);
        return new BenchmarkTable(
            "trials",
            [.. trials.Select(trial => trial.Architecture.Text)],
            [task.Metric.Name, Predicted, Seconds],
            [
                [.. trials.Select(trial => trial.Failed ? double.NaN : trial.Value)],
                [.. predictions ?? trials.Select(_ => double.NaN)],
                [.. trials.Select(trial => trial.Seconds)],
            ]);
    }
}
