using Surrogates.Architectures;
using Surrogates.Training.Data;
using Surrogates.Training.Models;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Loop;

/// <summary>Really trains the network of an architecture.</summary>
/// <example>
/// <code>
/// using ImageSplits images = ImageData.Open("photos");
/// ITrainingTask task = TrainingTasks.Find("classification").Create(images.Dataset);
/// Architecture architecture = SearchSpaces.Micro.Parse("64-41414-3_33_333");
///
/// using TrainedNetwork network = NetworkTrainer.Train(architecture, task, images.Train, images.Validation);
/// Console.WriteLine(network.Evaluate(images.Test)["accuracy"]);
/// network.Save("photos.zip");     // an ML.NET model
/// </code>
/// </example>
public static class NetworkTrainer
{
    /// <summary>Trains a network. Several trainings may run side by side; each uses one thread of the CPU.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="task">What to train it for.</param>
    /// <param name="training">The pictures to train on, at least two.</param>
    /// <param name="validation">The pictures to look at after every epoch, or null.</param>
    /// <param name="options">Size, protocol, seed, device, budgets.</param>
    /// <param name="progress">Receives the state after every step.</param>
    /// <param name="cancellationToken">Stops after the current step; with a checkpoint folder, the epochs until then are kept.</param>
    /// <returns>The trained network.</returns>
    /// <exception cref="TrainingFailedException">The loss is not finite, or memory does not suffice.</exception>
    /// <exception cref="InputException">The options cannot be used, or a checkpoint is of another training.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    public static TrainedNetwork Train(
        Architecture architecture,
        ITrainingTask task,
        ImageSubset training,
        ImageSubset? validation = null,
        TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(training);
        using var run = new TrainingRun(architecture, task, training, validation, options ?? new TrainingOptions());
        return run.Complete(progress, cancellationToken);
    }
}
