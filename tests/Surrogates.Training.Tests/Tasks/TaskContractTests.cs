using Surrogates.Architectures;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Models;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Tasks;

/// <summary>What holds of every task.</summary>
public sealed class TaskContractTests
{
    private static readonly NetworkOptions Tiny = new() { BaseChannels = 8, Modules = 2 };

    public static TheoryData<string> Names => TaskCases.Names;

    [Fact]
    public void EveryBuiltInKindIsTested() =>
        Assert.Empty(TrainingTasks.Kinds.Where(kind => !kind.Name.StartsWith("test", StringComparison.Ordinal)).Select(kind => kind.Name)
            .Except(TaskCases.Tasks));

    [Theory]
    [MemberData(nameof(Names))]
    public void LossFallsInTrainingAndMetricsAreInRange(string name)
    {
        var (task, data) = TaskCases.Create(name);
        using var network = Train(task, data, epochs: 12);
        var losses = network.Training!.Epochs.Select(epoch => epoch.TrainingLoss).ToArray();
        Assert.True(losses[^1] < .9 * losses[0], $"from {losses[0]} to {losses[^1]}");

        var metrics = network.Evaluate(TestImages.All(data));
        Assert.Contains(task.Metric.Name, metrics.Keys);
        Assert.All(metrics.Values, value => Assert.True(double.IsFinite(value)));
        Assert.InRange(metrics[task.Metric.Name], -1, 1);
        Assert.Equal(metrics, network.Evaluate(TestImages.All(data)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ARestoredTaskIsTheSame(string name)
    {
        var (task, data) = TaskCases.Create(name, count: 4);
        var restored = TrainingTasks.Find(task.Name).Restore(task.Serialize());
        Assert.Equal(task.Serialize(), restored.Serialize());
        Assert.Equal(task.Name, restored.Name);
        Assert.Equal(task.ClassNames, restored.ClassNames);
        Assert.Equal(Predict(task, data), Predict(restored, data));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StatisticsOfBatchesAddUp(string name)
    {
        var (task, data) = TaskCases.Create(name, count: 12);
        using var scope = NewDisposeScope();
        using var network = Build(task, data);
        double[] parts = [.. Statistics(network, data, 0, 5).Zip(Statistics(network, data, 5, 7), (first, second) => first + second)];
        var whole = Statistics(network, data, 0, 12);
        Assert.Equal(whole.Length, parts.Length);
        for (var i = 0; i < whole.Length; i++)
        {
            Assert.Equal(whole[i], parts[i], 1e-4 * Math.Max(1, Math.Abs(whole[i])));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PicturesDoNotDependOnTheirBatch(string name)
    {
        var (task, data) = TaskCases.Create(name, count: 12);
        using var scope = NewDisposeScope();
        using var network = Build(task, data);
        var loader = new BatchLoader(TestImages.All(data), new Augmentation(), 12, seed: 0);
        var pieces = new BatchLoader(TestImages.All(data), new Augmentation(), 4, seed: 0);
        var whole = network.CreateBatch(loader.Evaluate().Single(), data.Labels, augmentation: null);
        var inputs = new List<Tensor>();
        var targets = new List<Tensor>();
        foreach (var pixels in pieces.Evaluate())
        {
            var batch = network.CreateBatch(pixels, data.Labels, augmentation: null);
            inputs.Add(batch.Input);
            targets.Add(batch.Target);
        }

        Assert.True(cat(inputs).eq(whole.Input).all().item<bool>());
        Assert.True(cat(targets).eq(whole.Target).all().item<bool>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PresetsAreProtocolsThatCanBeTrained(string name)
    {
        var (task, _) = TaskCases.Create(name, count: 2);
        foreach (var preset in Enum.GetValues<TrainingPreset>())
        {
            var protocol = task.GetProtocol(preset);
            Assert.InRange(protocol.Epochs, 1, 1000);
            Assert.InRange(protocol.BatchSize, 2, 1024);
            Assert.True(protocol.Optimizer.LearningRate > 0);
        }

        Assert.Equal(128, task.GetProtocol(TrainingPreset.TransNas).BatchSize);
    }

    [Theory]
    [InlineData("classification", "labels.csv")]
    [InlineData("regression", "labels.csv")]
    [InlineData("class_object", "labels.csv")]
    [InlineData("room_layout", "labels.csv")]
    [InlineData("segmentsemantic", "room scenes")]
    [InlineData("normal_gan", "room scenes")]
    public void LabelsOfAnotherKindAreRefused(string task, string remedy)
    {
        var data = TestImages.Create(TestImages.None, count: 2);
        var message = Assert.Throws<InputException>(() => TrainingTasks.Find(task).Create(data)).Message;
        Assert.StartsWith("squares: ", message, StringComparison.Ordinal);
        Assert.Contains(remedy, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void LabelsOfSeveralTasksAreNamedWhereTheTaskIsAnother()
    {
        var data = TestImages.Create(TestImages.Several, count: 2);
        var message = Assert.Throws<InputException>(() => TrainingTasks.Find("classification").Create(data)).Message;
        Assert.EndsWith("it has labels for class_object, room_layout, segmentsemantic, normal.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATaskOfTheUsersOwnTrains()
    {
        TrainingTasks.Register(new TrainingTaskKind("test brightness", "", _ => new BrightnessTask(), _ => new BrightnessTask()));
        var data = TestImages.Create(TestImages.None);
        var task = TrainingTasks.Find("TEST brightness").Create(data);
        using var network = Train(task, data, epochs: 25);
        Assert.True(network.Training!.Epochs[^1].TrainingLoss < network.Training.Epochs[0].TrainingLoss);
        Assert.InRange(network.Evaluate(TestImages.All(data))["error"], 0, .1);
    }

    [Fact]
    public void BuiltInTasksAreNotReplacedAndUnknownOnesAreNamed()
    {
        Assert.Throws<ArgumentException>(() => TrainingTasks.Register(JigsawTask.Kind with { Name = "Jigsaw" }));
        var message = Assert.Throws<InputException>(() => TrainingTasks.Find("puzzle")).Message;
        Assert.Contains("'puzzle'", message, StringComparison.Ordinal);
        Assert.Contains("jigsaw", message, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsSuggestTheirTask()
    {
        Assert.Equal("classification", TrainingTasks.FindFor(TestImages.Classes(1)).Name);
        Assert.Equal("classification", TrainingTasks.FindFor(TestImages.Soft(1)).Name);
        Assert.Equal("regression", TrainingTasks.FindFor(TestImages.Vectors(1)).Name);
        Assert.Equal("autoencoder", TrainingTasks.FindFor(TestImages.None(1)).Name);
        Assert.Equal("segmentsemantic", TrainingTasks.FindFor(TestImages.Segments(1, 6, 6)).Name);
        Assert.Equal("normal", TrainingTasks.FindFor(TestImages.Normals(1, 6, 6)).Name);
        Assert.Equal("class_object", TrainingTasks.FindFor(TestImages.Several(1, 6, 6)).Name);
    }

    private static TrainedNetwork Train(ITrainingTask task, ImageDataset data, int epochs)
    {
        var protocol = task.GetProtocol(TrainingPreset.Small);
        return NetworkTrainer.Train(SearchSpaces.Micro.Parse("64-41414-3_12_231"), task, TestImages.All(data), options: new TrainingOptions
        {
            Network = Tiny,
            Protocol = protocol with { Epochs = epochs, BatchSize = 16, Augmentation = new Augmentation() },
        });
    }

    private static TrainedNetwork Build(ITrainingTask task, ImageDataset data)
    {
        var definition = new NetworkDefinition(SearchSpaces.Micro.Parse("64-41414-3_12_231"), task, Tiny, data.Height, data.Width);
        var network = TrainedNetwork.Create(definition, new ComputePlacement(CPU, Precision.Float32), seed: 3);
        network.Module.eval();
        return network;
    }

    private static double[] Statistics(TrainedNetwork network, ImageDataset data, int start, int count)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var subset = new ImageSubset(data, [.. Enumerable.Range(start, count)]);
        var pixels = new BatchLoader(subset, new Augmentation(), count, seed: 0).Evaluate().Single();
        var batch = network.CreateBatch(pixels, data.Labels, augmentation: null);
        return [.. network.Task.GetStatistics(network.Forward(batch.Input), batch.Target).data<float>().Select(value => (double)value)];
    }

    private static float[] Predict(ITrainingTask task, ImageDataset data)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        using var network = Build(task, data);
        var pixels = new BatchLoader(TestImages.All(data), new Augmentation(), data.Count, seed: 0).Evaluate().Single();
        var input = task.CreateInput(network.Placement.Upload(pixels.Pixels, pixels.Shape));
        var prediction = task.GetPrediction(network.Forward(input));
        Assert.Equal(data.Count, prediction.size(0));
        return prediction.contiguous().data<float>().ToArray();
    }
}
