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

    /// <summary>How the pictures are changed at random.</summary>
    public Augmentation Augmentation { get; init; } = new();
}
