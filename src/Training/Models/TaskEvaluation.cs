using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Models;

/// <summary>The metrics of whatever answers.</summary>
internal static class TaskEvaluation
{
    private const int BatchSize = 250;

    /// <summary>All pictures, unchanged, as a task wants them. A batch is freed when the next is asked for.</summary>
    public static IEnumerable<TaskBatch> Batches(
        ITrainingTask task, ComputePlacement placement, ImageSubset images, CancellationToken cancellationToken)
    {
        foreach (var pixels in new BatchLoader(images, new Augmentation(), BatchSize, seed: 0).Evaluate())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = placement.CreateBatch(task, pixels, images.Dataset.Labels, augmentation: null);
            yield return batch;
            batch.Input.Dispose();
            batch.Target.Dispose();
        }
    }

    /// <summary>The metrics of answers to pictures.</summary>
    /// <param name="task">The task.</param>
    /// <param name="placement">Where to compute.</param>
    /// <param name="images">The pictures, at least one.</param>
    /// <param name="answer">The output for a batch, in 32 bits.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyDictionary<string, double> Evaluate(
        ITrainingTask task,
        ComputePlacement placement,
        ImageSubset images,
        Func<TaskBatch, Tensor> answer,
        CancellationToken cancellationToken)
    {
        double[]? sums = null;
        foreach (var batch in Batches(task, placement, images, cancellationToken))
        {
            using var scope = NewDisposeScope();
            var statistics = task.GetStatistics(answer(batch), batch.Target).cpu().data<float>().ToArray();
            sums ??= new double[statistics.Length];
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += statistics[i];
            }
        }

        return task.GetMetrics(sums, images.Count);
    }
}
