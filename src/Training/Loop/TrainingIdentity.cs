using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using Surrogates.Training.Data;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Loop;

/// <summary>What a training's result depends on, as one text: a checkpoint with another text is one of another training.</summary>
internal static class TrainingIdentity
{
    public static string Of(
        Architectures.Architecture architecture,
        ITrainingTask task,
        ImageSubset training,
        ImageSubset? validation,
        TrainingOptions options,
        TrainingProtocol protocol) => JsonSerializer.Serialize(new
        {
            Space = architecture.Space.Serialize(),
            Architecture = architecture.Text,
            Task = task.Name,
            Definition = task.Serialize(),
            options.Network,
            Optimizer = protocol.Optimizer.ToString(),
            protocol.Epochs,
            protocol.BatchSize,
            protocol.WarmUpEpochs,
            protocol.GradientLimit,
            protocol.LabelSmoothing,
            protocol.Augmentation,
            options.Seed,
            options.Precision,
            options.TimeBudget,
            options.Patience,
            Device = (options.Device?.type ?? TorchSharp.DeviceType.CPU).ToString(),
            Training = Of(training),
            Validation = validation is null ? null : Of(validation),
        });

    private static string Of(ImageSubset images) => FormattableString.Invariant(
        $"{images.Dataset.Name} {images.Dataset.Count}x{images.Dataset.Height}x{images.Dataset.Width} ")
        + Convert.ToHexString(XxHash128.Hash(MemoryMarshal.AsBytes(images.Indices.ToArray().AsSpan())));
}
