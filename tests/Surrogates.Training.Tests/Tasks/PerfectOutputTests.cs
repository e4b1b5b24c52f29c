using Surrogates.Torch;
using Surrogates.Training.Data;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Tasks;

public sealed class PerfectOutputTests
{
    public static TheoryData<string> Names => TaskCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void HasThePerfectMetricAndAWrongOneHasNot(string name)
    {
        using var scope = NewDisposeScope();
        var (task, data) = TaskCases.Create(name, count: 12);
        var batch = CreateBatch(task, data);
        var perfect = task is SegmentationTask segmentation ? OneHot(batch.Target, segmentation.SegmentNames.Count).permute(0, 3, 1, 2)
            : batch.Target.dtype == ScalarType.Int64 ? OneHot(batch.Target, task.ClassNames.Count)
            : task.ClassNames.Count > 0 ? batch.Target.log()
            : batch.Target;
        var (best, worst) = task.Metric.HigherIsBetter ? (1, -50) : (0, 50);
        Assert.Equal(best, GetMetrics(task, perfect, batch.Target)[task.Metric.Name], 1e-5);
        var wrong = GetMetrics(task, perfect.neg().add(.5), batch.Target)[task.Metric.Name];
        Assert.InRange(wrong, Math.Min(worst, best + .1), Math.Max(worst, best - .1));
    }

    [Fact]
    public void RegressionPredictsInTheUsersUnits()
    {
        using var scope = NewDisposeScope();
        var (task, data) = TaskCases.Create("regression", count: 12);
        var batch = CreateBatch(task, data);
        var labels = ((VectorLabels)data.Labels).Values;
        var predictions = task.GetPrediction(batch.Target).data<float>().ToArray();
        Assert.Equal(labels.Length, predictions.Length);
        for (var i = 0; i < labels.Length; i++)
        {
            Assert.Equal(labels[i], predictions[i], 1e-3);
        }
    }

    [Fact]
    public void RegressionMetricsAreThoseOfTheFormulas()
    {
        using var scope = NewDisposeScope();
        var data = TestImages.Create(_ => new VectorLabels(["metres"], [1, 2, 3, 6]), count: 4);
        var task = RegressionTask.Kind.Create(data);
        var batch = CreateBatch(task, data);

        // Mean 3, deviation √3.5; predictions 3, 2, 3, 4.
        var output = tensor(new[] { 0.0, -1, 0, 1 }, [4, 1], ScalarType.Float32) / Math.Sqrt(3.5);
        var metrics = GetMetrics(task, output, batch.Target);
        Assert.Equal(1 - (8.0 / 14), metrics["r2"], 1e-5);
        Assert.Equal(2 / 3.5, metrics["loss"], 1e-5);
        Assert.Equal(Math.Sqrt(2), metrics["rmse metres"], 1e-5);
        Assert.Equal(1, metrics["mae metres"], 1e-5);
    }

    // Pixels without a class may be of any.
    private static Tensor OneHot(Tensor classes, int count) =>
        nn.functional.one_hot(classes.clamp(0, count - 1), count).to(ScalarType.Float32).Times(30);

    private static TaskBatch CreateBatch(ITrainingTask task, ImageDataset data)
    {
        var images = tensor(TestImages.Pixels(data), [data.Count, 3, data.Height, data.Width], ScalarType.Float32).DividedInPlace(255);
        int[] indices = [.. Enumerable.Range(0, data.Count)];
        return task.CreateBatch(new ImageBatch(images, data.Labels, indices, indices));
    }

    private static IReadOnlyDictionary<string, double> GetMetrics(ITrainingTask task, Tensor output, Tensor target)
    {
        var sums = task.GetStatistics(output, target).data<float>().Select(value => (double)value).ToArray();
        return task.GetMetrics(sums, (int)output.size(0));
    }
}
