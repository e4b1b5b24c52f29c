using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Surrogates.Training.Data;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Loop;

/// <summary>What a training's result depends on, as text: where two texts are equal, so are the trained networks.</summary>
public static class TrainingIdentity
{
    private const int MostPicturesRead = 1000;

    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>All but architecture and seed: task, images, size of the networks, protocol, budgets, kind of device.</summary>
    /// <param name="task">The task.</param>
    /// <param name="training">The images to train on; of many, a sample is looked at.</param>
    /// <param name="validation">The images to validate with, or null.</param>
    /// <param name="options">How the network is trained.</param>
    public static string Of(ITrainingTask task, ImageSubset training, ImageSubset? validation, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(options);
        var protocol = options.Protocol ?? task.GetProtocol(TrainingPreset.Small);
        return JsonSerializer.Serialize(
            new
            {
                Task = task.Name,
                Definition = task.Serialize(),
                options.Network,
                Optimizer = (object)protocol.Optimizer,
                protocol.Epochs,
                protocol.BatchSize,
                protocol.WarmUpEpochs,
                protocol.GradientLimit,
                protocol.LabelSmoothing,
                protocol.Augmentation,
                options.Precision,
                options.TimeBudget,
                options.Patience,
                Device = (options.Device?.type ?? TorchSharp.DeviceType.CPU).ToString(),
                Training = Of(training),
                Validation = validation is { Count: > 0 } ? Of(validation) : null,
            },
            Json);
    }

    /// <summary>All of it.</summary>
    internal static string Of(
        Architectures.Architecture architecture, ITrainingTask task, ImageSubset training, ImageSubset? validation, TrainingOptions options) =>
        JsonSerializer.Serialize(
            new
            {
                Space = architecture.Space.Serialize(),
                Architecture = architecture.Text,
                options.Seed,
                Rest = Of(task, training, validation, options),
            },
            Json);

    private static string Of(ImageSubset images)
    {
        var hash = new XxHash128();
        hash.Append(MemoryMarshal.AsBytes(images.Indices.ToArray().AsSpan()));

        // Of many pictures a sample, for they may lie in a file.
        var sample = new int[Math.Min(images.Count, MostPicturesRead)];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[i] = images.Indices[(int)((long)i * images.Count / sample.Length)];
        }

        images.Dataset.Labels.AppendTo(hash, sample);
        var picture = new byte[images.Dataset.PictureBytes];
        foreach (var index in sample)
        {
            images.Dataset.Read([index], picture);
            hash.Append(picture);
        }

        var data = images.Dataset;
        return FormattableString.Invariant($"{data.Name} {data.Count}x{data.Height}x{data.Width} ")
            + Convert.ToHexString(hash.GetCurrentHash());
    }
}
