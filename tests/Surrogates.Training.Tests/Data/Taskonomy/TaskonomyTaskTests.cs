using Surrogates.Tests;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Tests.Data.Taskonomy;

public class TaskonomyTaskTests
{
    [Theory]
    [InlineData("class_object")]
    [InlineData("class_scene")]
    [InlineData("room_layout")]
    [InlineData("jigsaw")]
    [InlineData("segmentsemantic")]
    [InlineData("autoencoder")]
    [InlineData("normal")]
    public void Every_task_of_the_benchmark_is_made_and_trains(string name)
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(buildings: 4, points: 2);
        using var splits = ImageData.Open(fake.Root, new() { Size = 12 });
        var task = TrainingTasks.Find(name).Create(splits.Dataset);
        var options = new TrainingOptions
        {
            Network = new NetworkOptions { BaseChannels = 4, Modules = 1 },
            Protocol = task.GetProtocol(TrainingPreset.Small) with { Epochs = 1, BatchSize = 4 },
        };
        using var network = NetworkTrainer.Train(SmallTraining.Architecture, task, splits.Train, splits.Validation, options);
        var epoch = Assert.Single(network.Training!.Epochs);
        Assert.True(double.IsFinite(epoch.TrainingLoss));
        Assert.True(double.IsFinite(epoch.Validation![task.Metric.Name]));
    }
}
