namespace Surrogates.Training.Loop;

/// <summary>An epoch of a training.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="LearningRate">The learning rate at its end.</param>
/// <param name="TrainingLoss">The mean loss of its steps.</param>
/// <param name="Validation">The metrics on the validation pictures by name, or null where there are none.</param>
/// <param name="Seconds">Seconds from the start of the training to the end of the epoch, without time in which it was stopped.</param>
public sealed record EpochResult(
    int Epoch, double LearningRate, double TrainingLoss, IReadOnlyDictionary<string, double>? Validation, double Seconds);
