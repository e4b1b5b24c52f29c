namespace Surrogates.Training.Loop;

/// <summary>Where a training stands.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">All epochs, as planned now.</param>
/// <param name="Share">The share of the training that is done, from 0 to 1.</param>
/// <param name="Loss">The latest loss that is known.</param>
/// <param name="Completed">The epoch that has just ended, or null.</param>
public sealed record TrainingProgress(int Epoch, int Epochs, double Share, double Loss, EpochResult? Completed);
