using Surrogates.Training.Data;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks.Decoders;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>
/// Tasks whose answer is a picture of three channels: a decoder of transposed convolutions with a hyperbolic tangent at its end, mean
/// absolute error, judged by structural similarity. In the adversarial kinds, as in the benchmark, .99 of that error and .01 of what a
/// discriminator says, which is trained beside the network.
/// </summary>
/// <remarks>
/// Absolute error beside a discriminator: Isola et al., "Image-to-Image Translation with Conditional Adversarial Networks", CVPR 2017;
/// their weights and the protocol: Duan et al., "TransNAS-Bench-101", CVPR 2021.
/// </remarks>
public abstract class DecodedPictureTask : ITrainingTask
{
    private const double AdversarialWeight = .01;

    private protected DecodedPictureTask(string name, string metric, bool isAdversarial)
    {
        (Name, IsAdversarial) = (name, isAdversarial);
        Metric = new TaskMetric("ssim", HigherIsBetter: true, metric);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public TaskMetric Metric { get; }

    /// <inheritdoc/>
    public bool IsDense => true;

    /// <summary>Whether a discriminator is trained beside the network, at about twice the cost on small networks.</summary>
    public bool IsAdversarial { get; }

    /// <summary>The learning rate of TransNAS-Bench-101.</summary>
    private protected abstract double TransNasLearningRate { get; }

    /// <summary>How pictures may be changed at random.</summary>
    private protected abstract Augmentation GetAugmentation(TrainingPreset preset);

    /// <inheritdoc/>
    public abstract string Serialize();

    /// <inheritdoc/>
    public TrainingProtocol GetProtocol(TrainingPreset preset) => (preset == TrainingPreset.TransNas
        ? Protocols.TransNas(epochs: 30) with { Optimizer = CreateOptimizer(TransNasLearningRate, 1e-4) }
        : new TrainingProtocol { Optimizer = CreateOptimizer(3e-3, 1e-4), Epochs = 20, BatchSize = 64 })
        with
    { Augmentation = GetAugmentation(preset) };

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> CreateNetwork(Backbone backbone, LayerFactory layers) =>
        new DenseHead(backbone, layers, ImageDataset.Channels, isBounded: true);

    /// <inheritdoc/>
    public abstract TaskBatch CreateBatch(ImageBatch images);

    /// <inheritdoc/>
    public Tensor CreateInput(Tensor images) => Pictures.Centre(images);

    /// <inheritdoc/>
    public Tensor GetLoss(Tensor output, Tensor target, TrainingProtocol protocol)
    {
        using var scope = NewDisposeScope();
        return Errors.Absolute(output.Minus(target)).mean().Times(IsAdversarial ? 1 - AdversarialWeight : 1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public virtual Tensor GetStatistics(Tensor output, Tensor target)
    {
        using var scope = NewDisposeScope();
        var (made, real) = (ToPicture(output), ToPicture(target));
        var similarity = StructuralSimilarity.Compare(made, real).sum();
        return stack([similarity, Errors.Absolute(made.Minus(real)).mean([1, 2, 3]).sum()]).MoveToOuterDisposeScope();
    }

    /// <summary><c>ssim</c>, and <c>l1</c>, the mean absolute error of a pixel's channel from 0 to 1.</summary>
    public virtual IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count) =>
        new Dictionary<string, double> { [Metric.Name] = sums[0] / count, ["l1"] = sums[1] / count };

    /// <inheritdoc/>
    public Tensor GetExpectation(Tensor target) => target.alias();

    /// <inheritdoc/>
    public abstract Tensor GetPrediction(Tensor output);

    /// <inheritdoc/>
    public IAdversary? CreateAdversary(LayerFactory layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        const int Channels = 32;
        return IsAdversarial
            ? new PatchAdversary(layers, ImageDataset.Channels, Channels, CreateOptimizer(5e-4, 0), AdversarialWeight)
            : null;
    }

    /// <summary>From −1 to 1 to 0 to 1.</summary>
    private protected static Tensor ToPicture(Tensor output)
    {
        using var scope = NewDisposeScope();
        return output.Plus(1).TimesInPlace(.5).MoveToOuterDisposeScope();
    }

    // The slower mean of Radford et al., ICLR 2016, keeps the two networks from chasing each other.
    private static AdamOptions CreateOptimizer(double learningRate, double weightDecay) =>
        new() { LearningRate = learningRate, WeightDecay = weightDecay, Beta1 = .5 };
}
