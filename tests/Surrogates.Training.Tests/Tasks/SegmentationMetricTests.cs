using Surrogates.Training.Data;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Tasks;

public sealed class SegmentationMetricTests
{
    [Fact]
    public void MetricsAreThoseOfTheFormulas()
    {
        // Eight pixels of two pictures. Class 2 does not occur and is never predicted; two pixels have no class.
        byte[] truth = [0, 0, 1, 255, 1, 1, 0, 255];
        long[] predicted = [0, 1, 1, 2, 1, 0, 0, 0];
        var metrics = Evaluate(truth, predicted);
        Assert.Equal(4 / 6.0, metrics["accuracy"], 1e-9);
        Assert.Equal(2 / 4.0, metrics["iou a"], 1e-9);
        Assert.Equal(2 / 4.0, metrics["iou b"], 1e-9);
        Assert.Equal(.5, metrics["miou"], 1e-9);
        Assert.DoesNotContain("iou c", metrics.Keys);

        // The likeliest class has a logit of 1, the two others 0.
        var right = Math.Log(Math.E + 2) - 1;
        Assert.Equal(((4 * right) + (2 * (right + 1))) / 6, metrics["loss"], 1e-5);
    }

    [Fact]
    public void AClassThatIsPredictedWhereItIsNotCostsTheClassThatIs()
    {
        var metrics = Evaluate([0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 2, 2, 1, 1, 1, 1]);
        Assert.Equal(.5, metrics["iou a"], 1e-9);
        Assert.Equal(.75, metrics["miou"], 1e-9);
    }

    [Fact]
    public void PixelsWithoutAClassHaveNoGradient()
    {
        using var scope = NewDisposeScope();
        var (task, batch) = Create([0, 255, 1, 255, 1, 255, 0, 255]);
        var output = zeros(2, 3, 2, 2, requires_grad: true);
        task.GetLoss(output, batch.Target, task.GetProtocol(TrainingPreset.Small)).backward();
        var gradient = output.grad!.abs().sum(1).flatten().data<float>().ToArray();
        Assert.All(gradient.Where((_, i) => i % 2 == 1), value => Assert.Equal(0, value));
        Assert.All(gradient.Where((_, i) => i % 2 == 0), value => Assert.True(value > 0));
    }

    private static IReadOnlyDictionary<string, double> Evaluate(byte[] truth, long[] predicted)
    {
        using var scope = NewDisposeScope();
        var (task, batch) = Create(truth);
        var output = nn.functional.one_hot(tensor(predicted, [2, 2, 2]), 3).permute(0, 3, 1, 2).to(ScalarType.Float32);
        return task.GetMetrics([.. task.GetStatistics(output, batch.Target).data<float>().Select(value => (double)value)], count: 2);
    }

    private static (ITrainingTask Task, TaskBatch Batch) Create(byte[] truth)
    {
        var labels = new SegmentLabels(["a", "b", "c"], 2, 2, truth);
        var data = ImageDataset.Create("two", 2, 2, labels, new byte[2 * 3 * 4]);
        var task = SegmentationTask.Kind.Create(data);
        return (task, task.CreateBatch(new ImageBatch(zeros(2, 3, 2, 2), data.Labels, [0, 1], [0, 0])));
    }
}
