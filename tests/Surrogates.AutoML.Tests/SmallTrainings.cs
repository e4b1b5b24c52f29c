using System.Runtime.CompilerServices;
using Surrogates.Architectures;
using Surrogates.Torch;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;
using Surrogates.Training.Tests;
using TorchSharp;

namespace Surrogates.AutoML.Tests;

/// <summary>Trainings of a few dozen milliseconds: pictures of 8×8, cells of three nodes, two channels.</summary>
internal static class SmallTrainings
{
    /// <summary>27 cells, among them equal and disconnected networks.</summary>
    public static ISearchSpace Space { get; } = SearchSpaces.FromJson(
        """{"name":"small","cell":{"nodes":3,"operations":["zero","skip","conv3x3"],"none":"zero","identity":"skip"}}""");

    /// <summary>A training of one epoch.</summary>
    public static TrainingOptions Options(ITrainingTask task, double learningRate = .05) => new()
    {
        Network = new NetworkOptions { BaseChannels = 2 },
        Protocol = task.GetProtocol(TrainingPreset.Small) with
        {
            Optimizer = new SgdOptions { LearningRate = learningRate },
            Epochs = 1,
            BatchSize = 10,
            WarmUpEpochs = 0,
            GradientLimit = null,
        },
        Seed = 5,
    };

    /// <summary>A training whose loss is soon not finite.</summary>
    public static TrainingOptions Diverging(ITrainingTask task) => Options(task, learningRate: 1e9);

    /// <summary>Targets to predict, whose metric differs between any two networks.</summary>
    public static (ITrainingTask Task, ImageSplits Images) Regression() => Create("regression", count => new VectorLabels(
        ["shade", "place"], [.. Enumerable.Range(0, count).SelectMany(i => new float[] { i % 3, 3 * i % 5 })]));

    /// <summary>Three classes.</summary>
    public static (ITrainingTask Task, ImageSplits Images) Classification() => Create("classification", TestImages.Classes);

    /// <summary>Architectures whose networks differ and are connected.</summary>
    public static Architecture[] Distinct(int count) =>
        [.. Space.Enumerate().Where(Space.IsConnected).DistinctBy(architecture => architecture.Canonical).Take(count)];

    private static (ITrainingTask Task, ImageSplits Images) Create(string task, Func<int, ImageLabels> labels)
    {
        var data = TestImages.Create(labels, count: 50, height: 8);
        var images = new ImageSplits(Part(data, 0, 30), Part(data, 30, 40), Part(data, 40, 50));
        return (TrainingTasks.Find(task).Create(data), images);
    }

    private static ImageSubset Part(ImageDataset data, int start, int end) => new(data, [.. Enumerable.Range(start, end - start)]);

#pragma warning disable CA2255 // Before the first test, whichever it is: tests run side by side, each on one thread, as trainings do.
    [ModuleInitializer]
    internal static void SetThreads()
    {
        TorchRuntime.EnsureLoaded();
        torch.set_num_threads(1);
    }
#pragma warning restore CA2255
}
