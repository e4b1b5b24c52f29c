using System.Diagnostics;
using Surrogates.Architectures;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Trials;

/// <summary>
/// Really trains an architecture, and takes its metric on the validation images. Trials may run side by side. All have the same seed: the
/// same images in the same order for all, so that they differ by the architecture.
/// </summary>
/// <example>
/// <code>
/// using ImageSplits images = ImageData.Open("photos");
/// ITrainingTask task = TrainingTasks.Find("classification").Create(images.Dataset);
/// var runner = new TrainingTrialRunner(task, images.Train, images.Validation, TrialFidelity.Short(task));
/// ExperimentResult result = new Experiment(new SurrogateTuner(SearchDomain.Of(SearchSpaces.Micro)), runner).Run(maximumTrials: 20);
/// </code>
/// </example>
public sealed class TrainingTrialRunner : ITrialRunner
{
    private readonly ITrainingTask _task;
    private readonly ImageSubset _training;
    private readonly ImageSubset _validation;
    private readonly TrainingOptions _options;

    /// <summary>Creates the runner.</summary>
    /// <param name="task">What to train for.</param>
    /// <param name="training">The images to train on.</param>
    /// <param name="validation">The images that the value is measured on, at least one.</param>
    /// <param name="options">Size, protocol, seed and device of a trial.</param>
    /// <exception cref="InputException">There are no validation images.</exception>
    public TrainingTrialRunner(ITrainingTask task, ImageSubset training, ImageSubset validation, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentNullException.ThrowIfNull(options);
        if (validation.Count == 0)
        {
            throw new InputException($"{validation.Dataset.Name}: there are no validation images; a trial's value is measured on them.");
        }

        (_task, _training, _validation, _options) = (task, training, validation, options);
    }

    /// <inheritdoc/>
    /// <remarks>A training that diverges or lacks memory is a failed trial.</remarks>
    public TrialResult Run(Architecture architecture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        var clock = Stopwatch.StartNew();
        try
        {
            using var network = NetworkTrainer.Train(
                architecture, _task, _training, _validation, _options, cancellationToken: cancellationToken);
            var metrics = network.Training!.Final?.Validation ?? network.Evaluate(_validation, cancellationToken);
            return new TrialResult(architecture, _task.Metric.ToScore(metrics[_task.Metric.Name])) { Seconds = clock.Elapsed.TotalSeconds };
        }
        catch (TrainingFailedException exception)
        {
            return new TrialResult(architecture, double.NaN) { Seconds = clock.Elapsed.TotalSeconds, Failure = exception.Message };
        }
    }
}
