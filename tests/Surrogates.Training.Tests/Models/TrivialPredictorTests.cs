using Surrogates.Training.Data;
using Surrogates.Training.Models;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Tests.Models;

public sealed class TrivialPredictorTests
{
    public static TheoryData<string> Names => TaskCases.Names;

    [Fact]
    public void OfClassesItIsTheMostFrequentOfTheTrainingPictures()
    {
        var data = TestImages.Create(_ => new ClassLabels(["a", "b"], [0, 0, 1, 1, 1, 0]), count: 6);
        var task = ClassificationTask.Kind.Create(data);
        var metrics = TrivialPredictor.Evaluate(task, new(data, [0, 1, 2]), new(data, [3, 4, 5]))!;
        Assert.Equal(1 / 3.0, metrics["accuracy"], 1e-6);
        Assert.Equal(-((2 * Math.Log(1 / 3.0)) + Math.Log(2 / 3.0)) / 3, metrics["loss"], 1e-4);
    }

    [Fact]
    public void OfNumbersItIsTheMean()
    {
        var data = TestImages.Create(TestImages.Vectors, count: 30);
        var task = RegressionTask.LayoutKind.Create(data);
        var metrics = TrivialPredictor.Evaluate(task, TestImages.All(data), TestImages.All(data))!;

        // Of three targets one never changes.
        Assert.Equal(2 / 3.0, metrics["loss"], 1e-4);
        Assert.Equal(1 / 3.0, metrics["r2"], 1e-4);
    }

    [Fact]
    public void OfPixelsItIsTheMostFrequentClassOfEachPlace()
    {
        byte[] classes = [0, 1, 1, 255, 0, 1, 0, 1, 1, 1, 1, 1];
        var data = ImageDataset.Create("three", 2, 2, new SegmentLabels(["a", "b"], 2, 2, classes), new byte[3 * 12]);
        var task = SegmentationTask.Kind.Create(data);
        var metrics = TrivialPredictor.Evaluate(task, TestImages.All(data), TestImages.All(data))!;
        Assert.Equal(9 / 11.0, metrics["accuracy"], 1e-6);
        Assert.Equal(2 / 4.0, metrics["iou a"], 1e-6);
        Assert.Equal(7 / 9.0, metrics["iou b"], 1e-6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryTaskHasOneAndItsMetricsAreThoseOfATraining(string name)
    {
        var (task, data) = TaskCases.Create(name, count: 24, height: 12);
        var metrics = TrivialPredictor.Evaluate(task, TestImages.All(data), TestImages.All(data))!;
        Assert.All(metrics.Values, value => Assert.True(double.IsFinite(value)));
        using var network = SmallTraining.Of(task, data).Run();
        Assert.Equal(network.Evaluate(TestImages.All(data)).Keys, metrics.Keys);
    }

    [Fact]
    public void ATaskWithoutAnExpectationHasNone()
    {
        var data = TestImages.Create(TestImages.None, count: 4);
        Assert.Null(TrivialPredictor.Evaluate(new Surrogates.Training.Tests.Tasks.BrightnessTask(), TestImages.All(data), TestImages.All(data)));
    }
}
