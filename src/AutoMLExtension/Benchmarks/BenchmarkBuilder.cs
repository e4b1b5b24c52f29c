using System.IO.Hashing;
using System.Text;
using Surrogates.Architectures;
using Surrogates.Numerics;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Benchmarks;

/// <summary>Makes a benchmark of one's own: really trains architectures on tasks, and tabulates their validation metrics.</summary>
/// <example>
/// <code>
/// using ImageSplits rooms = RoomScenes.Open();
/// ITrainingTask[] tasks = [TrainingTasks.Find("class_scene").Create(rooms.Dataset), TrainingTasks.Find("normal").Create(rooms.Dataset)];
/// var options = new BenchmarkBuilderOptions
/// {
///     Architectures = BenchmarkBuilderOptions.Sample(SearchSpaces.Micro, 100, seed: 1),
///     Journal = "rooms.jsonl",
/// };
/// new BenchmarkBuilder(tasks, rooms, options).Run().ToTable("rooms").Save("rooms.csv");
/// </code>
/// </example>
public sealed class BenchmarkBuilder
{
    private readonly IReadOnlyList<ITrainingTask> _tasks;
    private readonly ImageSplits _images;
    private readonly BenchmarkBuilderOptions _options;

    /// <summary>Prepares a build.</summary>
    /// <param name="tasks">The tasks, each once.</param>
    /// <param name="images">The images; those to validate with are what is measured on.</param>
    /// <param name="options">What to train, and how.</param>
    /// <exception cref="InputException">There are no images to validate with, or networks of the space cannot be built.</exception>
    public BenchmarkBuilder(IReadOnlyList<ITrainingTask> tasks, ImageSplits images, BenchmarkBuilderOptions options)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(options);
        (_tasks, _images, _options) = (tasks, images, options.Validated());
        if (tasks.Count == 0 || tasks.DistinctBy(task => task.Name).Count() < tasks.Count)
        {
            throw new ArgumentException("At least one task is needed, and each once.", nameof(tasks));
        }

        if (images.Validation.Count == 0)
        {
            throw new InputException($"{images.Dataset.Name}: there are no images to validate with; a benchmark is measured on them.");
        }

        foreach (var space in _options.Architectures.Select(architecture => architecture.Space).Distinct())
        {
            Backbones.RequireBuildable(space);
        }
    }

    /// <summary>Trains what the journal does not hold yet. A training that diverges or lacks memory is kept as a failure.</summary>
    /// <param name="progress">Receives each training that is done, those of the journal first.</param>
    /// <param name="cancellationToken">Stops it; trainings that have ended are in the journal.</param>
    public BenchmarkBuildResult Run(IProgress<BenchmarkTraining>? progress = null, CancellationToken cancellationToken = default)
    {
        // Architecture by architecture, so that a build that is stopped has whole rows.
        var jobs = (
            from architecture in _options.Architectures
            from task in _tasks
            from seed in Enumerable.Range(1, _options.Seeds)
            select (Architecture: architecture, Task: task, Seed: seed)).ToArray();
        var protocols = _tasks.ToDictionary(task => task.Name, Identify);
        using var journal = _options.Journal is { } path ? BenchmarkJournal.Open(path) : null;
        var done = (journal?.Trainings ?? []).GroupBy(Key).ToDictionary(group => group.Key, group => group.Last());
        BenchmarkTraining[] asked = Array.ConvertAll(
            jobs, job => new BenchmarkTraining(job.Task.Name, job.Architecture.Text, job.Seed) { Protocol = protocols[job.Task.Name] });
        var trainings = Array.ConvertAll(asked, training => done.GetValueOrDefault(Key(training)));
        foreach (var training in trainings.OfType<BenchmarkTraining>())
        {
            progress?.Report(training);
        }

        int[] missing = [.. Enumerable.Range(0, jobs.Length).Where(index => trainings[index] is null)];
        SideBySide.Run(
            missing.Length,
            _options.Parallelism,
            index =>
            {
                var (architecture, task, _) = jobs[missing[index]];
                var training = Train(asked[missing[index]], architecture, task, cancellationToken);
                trainings[missing[index]] = training;
                journal?.Add(training);
                progress?.Report(training);
            },
            cancellationToken: cancellationToken);
        return new BenchmarkBuildResult([.. _tasks], [.. _options.Architectures.Select(architecture => architecture.Text)], trainings!);
    }

    private BenchmarkTraining Train(
        BenchmarkTraining asked, Architecture architecture, ITrainingTask task, CancellationToken cancellationToken)
    {
        var options = _options.Training(task) with { Seed = asked.Seed };
        try
        {
            using var network = NetworkTrainer.Train(
                architecture, task, _images.Train, _images.Validation, options, cancellationToken: cancellationToken);
            return asked with
            {
                Curve = [.. network.Training!.Epochs.Select(epoch => task.Metric.ToScore(epoch.Validation![task.Metric.Name]))],
                Seconds = network.Training.Seconds,
            };
        }
        catch (TrainingFailedException exception)
        {
            return asked with { Failure = exception.Message };
        }
    }

    private static (string Task, string Architecture, int Seed, string Protocol) Key(BenchmarkTraining training) =>
        (training.Task, training.Architecture, training.Seed, training.Protocol);

    private string Identify(ITrainingTask task)
    {
        var text = TrainingIdentity.Of(task, _images.Train, _images.Validation, _options.Training(task) with { Seed = 0 });
        return Convert.ToHexStringLower(XxHash64.Hash(Encoding.UTF8.GetBytes(text)));
    }
}
