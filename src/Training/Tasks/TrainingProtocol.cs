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
}
