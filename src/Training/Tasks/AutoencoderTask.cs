using System.Text.Json;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>The picture itself, from its features; it needs no labels.</summary>
/// <inheritdoc/>
public sealed class AutoencoderTask : DecodedPictureTask
{
    private AutoencoderTask(bool isAdversarial)
        : base(
            (isAdversarial ? AdversarialKind : Kind).Name,
            "structural similarity of the decoded picture to the original, mean over pictures; 1 is equal",
            isAdversarial)
    {
    }

    /// <summary>The kind that is trained by its error alone.</summary>
    public static TrainingTaskKind Kind { get; } = new(
        "autoencoder", "the picture itself, from its features; needs no labels", _ => Create(isAdversarial: false), Restore);

    /// <summary>The kind that is trained with a discriminator beside it.</summary>
    public static TrainingTaskKind AdversarialKind { get; } = new(
        "autoencoder_gan", "the same, with a discriminator trained beside it", _ => Create(isAdversarial: true), Restore);

    private protected override double TransNasLearningRate => 5e-4;

    /// <summary>Makes the task; it is the same for all pictures.</summary>
    /// <param name="isAdversarial">Whether a discriminator is trained beside it.</param>
    public static AutoencoderTask Create(bool isAdversarial) => new(isAdversarial);

    /// <inheritdoc/>
    public override string Serialize() => JsonSerializer.Serialize(new Definition(IsAdversarial));

    /// <inheritdoc/>
    public override TaskBatch CreateBatch(ImageBatch images)
    {
        var pictures = CreateInput(images.Images);
        return new TaskBatch(pictures, pictures.alias());
    }

    /// <inheritdoc/>
    /// <returns>Batch × 3 × height × width, from 0 to 1.</returns>
    public override Tensor GetPrediction(Tensor output) => ToPicture(output);

    private protected override Augmentation GetAugmentation(TrainingPreset preset) => preset == TrainingPreset.TransNas
        ? Protocols.TransNas(epochs: 1).Augmentation
        : new Augmentation { MirrorsHorizontally = true };

    private static AutoencoderTask Restore(string json) => new(JsonSerializer.Deserialize<Definition>(json)!.IsAdversarial);

    private sealed record Definition(bool IsAdversarial);
}
