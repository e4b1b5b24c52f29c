using Surrogates.Architectures;
using Surrogates.Tests;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Models;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Tests;

/// <summary>A training of a fraction of a second, of every kind that a checkpoint has to know.</summary>
internal sealed record SmallTraining(ITrainingTask Task, ImageDataset Data, TrainingOptions Options)
{
    private static readonly Dictionary<string, Func<SmallTraining>> All = new()
    {
        ["SGD"] = () => Of("classification"),
        ["Adam"] = () => Of("regression").With(protocol => protocol with { Optimizer = new AdamOptions { LearningRate = .01 } }),
        ["adversary"] = () => Of("autoencoder_gan"),
        ["patience"] = () => Of("classification").With(options => options with { Patience = 3 }),
        ["16-bit floats"] = () => Of("classification").With(options => options with { Precision = Precision.Float16 }),
        ["colours"] = () => Of("jigsaw").With(protocol => protocol with { Augmentation = new() { Brightness = .2, Hue = .1, Shift = .1 } }),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static Architecture Architecture { get; } = SearchSpaces.Micro.Parse("64-41414-3_12_231");

    public ImageSubset Training => new(Data, [.. Enumerable.Range(0, 16)]);

    public ImageSubset Validation => new(Data, [.. Enumerable.Range(16, 8)]);

    public static SmallTraining Named(string name) => All[name]();

    /// <summary>Two steps an epoch, four epochs.</summary>
    public static SmallTraining Of(string taskCase)
    {
        var (task, data) = TaskCases.Create(taskCase, count: 24, height: 12);
        return Of(task, data);
    }

    public static SmallTraining Of(ITrainingTask task, ImageDataset data) => new(task, data, new TrainingOptions
    {
        Network = new NetworkOptions { BaseChannels = 4, Modules = 1 },
        Protocol = task.GetProtocol(TrainingPreset.Small) with { Epochs = 4, BatchSize = 8 },
        Seed = 5,
    });

    public SmallTraining With(Func<TrainingOptions, TrainingOptions> change) => this with { Options = change(Options) };

    public SmallTraining With(Func<TrainingProtocol, TrainingProtocol> change) =>
        this with { Options = Options with { Protocol = change(Options.Protocol!) } };

    public SmallTraining Into(string? folder) => this with { Options = Options with { CheckpointFolder = folder } };

    public TrainedNetwork Run(Action<TrainingProgress>? progress = null, CancellationToken cancellation = default) => NetworkTrainer.Train(
        Architecture,
        Task,
        Training,
        Validation,
        Options,
        progress is null ? null : new Receiver<TrainingProgress>(progress),
        cancellation);

    /// <summary>Stops as soon as the progress is what it is waited for.</summary>
    public void RunUntil(Func<TrainingProgress, bool> isReached)
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Run(
            progress =>
            {
                if (isReached(progress))
                {
                    source.Cancel();
                }
            },
            source.Token));
    }

    /// <summary>All that a training results in, time apart: the saved network, and the epochs.</summary>
    public string Result()
    {
        using var network = Run();
        return Describe(network);
    }

    public static string Describe(TrainedNetwork network)
    {
        var training = network.Training!;
        return string.Join('\n', training.Epochs.Select(Numbers))
            + $"\n{training.End} {training.Final!.Epoch}\n{NetworkPayload.Serialize(network)}";

        static string Numbers(EpochResult epoch)
        {
            double[] numbers = [epoch.Epoch, epoch.LearningRate, epoch.TrainingLoss, .. epoch.Validation!.Values];
            return string.Join(' ', numbers.Select(BitConverter.DoubleToInt64Bits));
        }
    }
}
