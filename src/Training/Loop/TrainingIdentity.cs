using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Surrogates.Training.Data;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Loop;

/// <summary>What a training's result depends on, as one text: a checkpoint with another text is one of another training.</summary>
internal static class TrainingIdentity
{
    private const int MostPicturesRead = 1000;

    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

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
            Optimizer = (object)protocol.Optimizer,
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
        }, Json);

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
