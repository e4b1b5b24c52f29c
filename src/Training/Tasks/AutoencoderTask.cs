using System.Text.Json;
using Surrogates.Training.Data;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks.Decoders;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>
/// The picture itself, from its features: a decoder of transposed convolutions with a hyperbolic tangent at its end, mean absolute error.
/// It needs no labels. In the adversarial kind, as in the benchmark, .99 of that error and .01 of what a discriminator says, which is
/// trained beside the network.
/// </summary>
/// <remarks>
/// Absolute error beside a discriminator: Isola et al., "Image-to-Image Translation with Conditional Adversarial Networks", CVPR 2017;
/// their weights and the protocol: Duan et al., "TransNAS-Bench-101", CVPR 2021.
/// </remarks>
public sealed class AutoencoderTask : ITrainingTask
{
    private const double AdversarialWeight = .01;

    private readonly bool _isAdversarial;

    private AutoencoderTask(bool isAdversarial) => _isAdversarial = isAdversarial;

    /// <summary>The kind that is trained by its error alone.</summary>
    public static TrainingTaskKind Kind { get; } = new(
        "autoencoder", "the picture itself, from its features; needs no labels", _ => Create(isAdversarial: false), Restore);

    /// <summary>The kind that is trained with a discriminator beside it, at about twice the cost on small networks.</summary>
    public static TrainingTaskKind AdversarialKind { get; } = new(
        "autoencoder_gan", "the same, with a discriminator trained beside it", _ => Create(isAdversarial: true), Restore);

    /// <inheritdoc/>
    public string Name => (_isAdversarial ? AdversarialKind : Kind).Name;

    /// <inheritdoc/>
    public TaskMetric Metric { get; } = new(
        "ssim", HigherIsBetter: true, "structural similarity of the decoded picture to the original, mean over pictures; 1 is equal");

    /// <summary>Makes the task; it is the same for all pictures.</summary>
    /// <param name="isAdversarial">Whether a discriminator is trained beside it.</param>
    public static AutoencoderTask Create(bool isAdversarial) => new(isAdversarial);

    /// <inheritdoc/>
    public string Serialize() => JsonSerializer.Serialize(new Definition(_isAdversarial));

    /// <inheritdoc/>
    public TrainingProtocol GetProtocol(TrainingPreset preset) => preset == TrainingPreset.TransNas
        ? Protocols.TransNas(epochs: 30) with { Optimizer = CreateOptimizer(5e-4, 1e-4) }
        : new TrainingProtocol
        {
            Optimizer = CreateOptimizer(3e-3, 1e-4),
            Epochs = 20,
            BatchSize = 64,
            Augmentation = new Augmentation { MirrorsHorizontally = true },
        };

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> CreateNetwork(Backbone backbone, LayerFactory layers) =>
        new DenseHead(backbone, layers, ImageDataset.Channels, isBounded: true);

    /// <inheritdoc/>
    public TaskBatch CreateBatch(ImageBatch images)
    {
        var pictures = CreateInput(images.Images);
        return new TaskBatch(pictures, pictures.alias());
    }

    /// <inheritdoc/>
    public Tensor CreateInput(Tensor images) => Pictures.Centre(images);

    /// <inheritdoc/>
    public Tensor GetLoss(Tensor output, Tensor target, TrainingProtocol protocol)
    {
        using var scope = NewDisposeScope();
        return Errors.Absolute(output.Minus(target)).mean().Times(_isAdversarial ? 1 - AdversarialWeight : 1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Tensor GetStatistics(Tensor output, Tensor target)
    {
        using var scope = NewDisposeScope();
        var (made, real) = (GetPrediction(output), GetPrediction(target));
        var similarity = StructuralSimilarity.Compare(made, real).sum();
        return stack([similarity, Errors.Absolute(made.Minus(real)).mean([1, 2, 3]).sum()]).MoveToOuterDisposeScope();
    }

    /// <summary><c>ssim</c>, and <c>l1</c>, the mean absolute error of a pixel's channel from 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count) =>
        new Dictionary<string, double> { [Metric.Name] = sums[0] / count, ["l1"] = sums[1] / count };

    /// <inheritdoc/>
    /// <returns>Batch × 3 × height × width, from 0 to 1.</returns>
    public Tensor GetPrediction(Tensor output)
    {
        using var scope = NewDisposeScope();
        return output.Plus(1).TimesInPlace(.5).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public IAdversary? CreateAdversary(LayerFactory layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        const int Channels = 32;
        return _isAdversarial
            ? new PatchAdversary(layers, ImageDataset.Channels, Channels, CreateOptimizer(5e-4, 0), AdversarialWeight)
            : null;
    }

    // The slower mean of Radford et al., ICLR 2016, keeps the two networks from chasing each other.
    private static AdamOptions CreateOptimizer(double learningRate, double weightDecay) =>
        new() { LearningRate = learningRate, WeightDecay = weightDecay, Beta1 = .5 };

    private static AutoencoderTask Restore(string json) => new(JsonSerializer.Deserialize<Definition>(json)!.IsAdversarial);

    private sealed record Definition(bool IsAdversarial);
}
