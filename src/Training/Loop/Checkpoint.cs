namespace Surrogates.Training.Loop;

/// <summary>The state of a training after an epoch.</summary>
internal sealed record Checkpoint(
    int PlannedEpochs, double Seconds, IReadOnlyList<EpochResult> Epochs, NetworkState State, BestWeights Best);
