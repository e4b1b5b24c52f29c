using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;
using TorchSharp;

namespace Surrogates.Training.Loop;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>The network's size. The default trains in seconds on one core.</summary>
    public NetworkOptions Network { get; init; } = new();

    /// <summary>Optimizer, schedule, epochs, batch, augmentation; by default the task's own for small pictures.</summary>
    public TrainingProtocol? Protocol { get; init; }

    /// <summary>The seed of weights, order of pictures and augmentation. Default 1. The same seed gives the same network.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Where to train (see <see cref="TrainingDevice.Find"/>); by default on the CPU.</summary>
    public torch.Device? Device { get; init; }

    /// <summary>The numbers that convolutions are computed with. Default <see cref="Precision.Auto"/>.</summary>
    public Precision Precision { get; init; }

    /// <summary>
    /// The most time to train, or null. After the first epoch, the number of epochs is reduced to what fits, so that the learning rate
    /// still
    /// falls to 0; where even that is too much, the training ends with the step at which the time is over.
    /// </summary>
    public TimeSpan? TimeBudget { get; init; }

    /// <summary>
    /// Ends the training after so many epochs without a better validation metric, and takes the weights of the best epoch; null to train
    /// all
    /// epochs and take the last weights. Needs validation pictures.
    /// </summary>
    public int? Patience { get; init; }

    /// <summary>
    /// A folder for the state after every epoch, or null. A training that was stopped, by whatever, goes on from there and ends with the
    /// same network, bit for bit.
    /// </summary>
    public string? CheckpointFolder { get; init; }
}
