using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Models;

/// <summary>
/// What can be had without looking at a picture: the same answer for all, the mean over the training pictures. For classes it is the most
/// frequent one, for pixels the most frequent class at each place, for numbers and pictures their mean. A network that is no better has
/// learned nothing.
/// </summary>
public static class TrivialPredictor
{
    /// <summary>The metrics of the trivial predictor, by name, or null for a task that has none.</summary>
    /// <param name="task">The task.</param>
    /// <param name="training">The pictures that the answer is the mean of.</param>
    /// <param name="evaluation">The pictures to judge it by; at least one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyDictionary<string, double>? Evaluate(
        ITrainingTask task, ImageSubset training, ImageSubset evaluation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(evaluation);
        TorchRuntime.EnsureLoaded();
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var placement = new ComputePlacement(CPU, Precision.Float32);
        if (GetMean(task, training, placement, cancellationToken) is not { } mean)
        {
            return null;
        }

        var output = task.ExpressExpectation(mean);
        return TaskEvaluation.Evaluate(
            task, placement, evaluation, batch => output.expand([batch.Input.size(0), .. output.shape[1..]]), cancellationToken);
    }

    private static Tensor? GetMean(ITrainingTask task, ImageSubset training, ComputePlacement placement, CancellationToken cancellationToken)
    {
        Tensor? sum = null;
        foreach (var batch in TaskEvaluation.Batches(task, placement, training, cancellationToken))
        {
            using var scope = NewDisposeScope();
            if (task.GetExpectation(batch.Target) is not { } expectation)
            {
                return null;
            }

            var part = expectation.sum([0], keepdim: true);
            if (sum is null)
            {
                sum = part.MoveToOuterDisposeScope();
            }
            else
            {
                sum.PlusInPlace(part);
            }
        }

        return sum?.DividedInPlace(training.Count);
    }
}
