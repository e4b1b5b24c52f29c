using Surrogates.Tests;
using Surrogates.Training.Models;
using Surrogates.Training.Networks.Layers;
using TorchSharp;

namespace Surrogates.Training.Tests.Loop;

/// <summary>Alone in their process, for they count all tensors and bytes of it.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class AloneCollection;

/// <summary>A tensor that nobody disposes of is memory that the garbage collector knows nothing of.</summary>
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    public static TheoryData<string> Names => SmallTraining.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void ATrainingLeavesNoTensorsBehind(string name)
    {
        using var folder = new TemporaryFolder();
        var training = SmallTraining.Named(name);
        var parameters = Parameters(training);
        RequireNoTensors(() => training.Run(_ => { }).Dispose(), parameters);
        RequireNoTensors(
            () => training.Into(folder.File("state")).RunUntil(progress => progress is { Epoch: 3, Completed: null }), parameters);
        RequireNoTensors(() => training.Into(folder.File("state")).Run().Dispose(), parameters);
        RequireNoTensors(
            () => Assert.Throws<InputException>(
                () => training.With(protocol => protocol with { BatchSize = 4 }).Into(folder.File("state")).Run()),
            parameters);
        RequireNoTensors(() => Assert.Throws<InputException>(() => training.Into(folder.File("file", "x")).Run()));
    }

    [Fact]
    public void AnEpochAddsNoTensors()
    {
        var counts = new List<long>();
        SmallTraining.Named("adversary").With(options => options with { Patience = 5 }).With(protocol => protocol with { Epochs = 50 })
            .Run(progress =>
            {
                if (progress.Completed is not null)
                {
                    counts.Add(torch.Tensor.TotalCount);
                }
            })
            .Dispose();
        Assert.Equal(counts[1], counts[^1]);
    }

    [Fact]
    public void FailuresLeaveNoTensorsBehind()
    {
        var inner = SmallTraining.Named("adversary");
        foreach (var failure in new Exception[] { new OutOfMemoryException(), new NotSupportedException() })
        {
            var training = inner with { Task = new UserTask(inner.Task, (_, _) => throw failure) };
            RequireNoTensors(() => Assert.ThrowsAny<Exception>(() => training.Run()), Parameters(inner));
        }
    }

    [Fact]
    public void SavedLoadedAndAskedNetworksLeaveNoTensorsBehind()
    {
        using var folder = new TemporaryFolder();
        var training = SmallTraining.Named("SGD");
        using var trained = training.Run();
        using var image = Microsoft.ML.Data.MLImage.CreateFromPixels(9, 7, Microsoft.ML.Data.MLPixelFormat.Rgba32, new byte[9 * 7 * 4]);
        RequireNoTensors(() => trained.Evaluate(training.Validation));
        RequireNoTensors(() => trained.Predict(image));
        RequireNoTensors(() => trained.Save(folder.File("model.zip")));
        RequireNoTensors(() => TrainedNetwork.Load(folder.File("model.zip")).Dispose(), Parameters(training));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void TwoHundredTrainingsDoNotGrow()
    {
        using var folder = new TemporaryFolder();
        var inner = SmallTraining.Named("SGD").With(options => options with { Network = new() { BaseChannels = 16 } })
            .With(protocol => protocol with { Epochs = 1 });
        long quarter = 0;
        for (var i = 1; i <= 200; i++)
        {
            inner.With(options => options with { Seed = i }).Into(i % 10 == 0 ? folder.File("state") : null).Run().Dispose();
            quarter = i == 50 ? Bytes() : quarter;
        }

        var end = Bytes();
        TestContext.Current.TestOutputHelper?.WriteLine($"{quarter >> 20} MB after 50 trainings, {end >> 20} MB after 200");

        // A network of 16 base channels has four megabytes of weights, and as much of gradients and of momentum: leaked, 150 are far more.
        Assert.InRange(end - quarter, long.MinValue, 30 << 20);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void FiftyEpochsDoNotGrow()
    {
        long quarter = 0;
        SmallTraining.Named("adversary").With(options => options with { Network = new() { BaseChannels = 16 } })
            .With(protocol => protocol with { Epochs = 50 })
            .Run(progress => quarter = progress.Completed?.Epoch == 12 ? Bytes() : quarter)
            .Dispose();
        var end = Bytes();
        TestContext.Current.TestOutputHelper?.WriteLine($"{quarter >> 20} MB after 12 epochs, {end >> 20} MB after 50");
        Assert.InRange(end - quarter, long.MinValue, 30 << 20);
    }

    private static void RequireNoTensors(Action action, long parametersMade = 0)
    {
        // What other tests have left to the garbage collector does not count.
        Collect();
        var before = torch.Tensor.TotalCount;
        action();

        // TorchSharp 0.107 counts the tensor that a parameter is made of twice, and takes it away once.
        Assert.Equal(before + parametersMade, torch.Tensor.TotalCount);
    }

    private static long Parameters(SmallTraining training)
    {
        using var network = training.Run();
        using var layers = new LayerFactory(torch.CPU, seed: 1);
        using var adversary = training.Task.CreateAdversary(layers);
        return network.Module.parameters().Count() + (adversary?.Network.parameters().Count() ?? 0);
    }

    private static long Bytes()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Environment.WorkingSet;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
