namespace Surrogates.Training.Tasks;

/// <summary>How a network is trained.</summary>
public sealed record TrainingProtocol
{
    /// <summary>The optimizer.</summary>
    public required OptimizerOptions Optimizer { get; init; }

    /// <summary>Passes over the training pictures.</summary>
    public required int Epochs { get; init; }

    /// <summary>Pictures a step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Epochs, possibly a fraction, over which the learning rate rises from 0; it then falls to 0 along a cosine.</summary>
    public double WarmUpEpochs { get; init; } = 1;

    /// <summary>
    /// The largest length of the gradient of all weights together; a longer one is shortened to it. Null for no limit. Networks without
    /// skips diverge at high learning rates without one.
    /// </summary>
    /// <remarks>Pascanu, Mikolov, Bengio: "On the Difficulty of Training Recurrent Neural Networks", ICML 2013.</remarks>
    public double? GradientLimit { get; init; }

    /// <summary>
    /// In classification, the share of a label that is spread over all classes, so that a network does not learn to be certain. Default 0.
    /// </summary>
    /// <remarks>Szegedy et al.: "Rethinking the Inception Architecture for Computer Vision", CVPR 2016, section 7.</remarks>
    public double LabelSmoothing { get; init; }

    /// <summary>How the pictures are changed at random.</summary>
    public Augmentation Augmentation { get; init; } = new();

    internal void Validate()
    {
        OptionRange.Require(Epochs is >= 1 and <= 100_000, "epochs", Epochs, "1 to 100000");
        OptionRange.Require(BatchSize is >= 2 and <= 65_536, "batch", BatchSize, "2 to 65536");
        OptionRange.Require(WarmUpEpochs is >= 0 and <= 100_000, "warm-up epochs", WarmUpEpochs, "0 to 100000");
        OptionRange.Require(GradientLimit is null or > 0, "gradient limit", GradientLimit, "more than 0");
        OptionRange.Require(LabelSmoothing is >= 0 and < 1, "label smoothing", LabelSmoothing, "at least 0 and less than 1");
        Optimizer.Validate();
        Augmentation.Validate();
    }
}
