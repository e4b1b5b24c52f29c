using System.Diagnostics;
using System.Globalization;
using Surrogates.Architectures;
using Surrogates.AutoML.Confirmation;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;
using Surrogates.Benchmarks;
using Surrogates.Models;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;
using Surrogates.Training.ZeroCost;

namespace Surrogates.AutoML.Experiments;

/// <summary>
/// Looks for the best network for a user's images: short real trainings as trials, a surrogate that is trained on them as they come and
/// says what to try next, full trainings of the finalists over several seeds beside a baseline, and one test of the winner.
/// </summary>
/// <example>
/// <code>
/// using ImageSplits images = ImageData.Open("photos");
/// ITrainingTask task = TrainingTasks.Find("classification").Create(images.Dataset);
///
/// ImageSearchResult result = new ImageSearch(task, images).Run();
/// Console.WriteLine(SearchSummary.Of(result));
/// result.Confirmation.Network.Save("best.zip");       // an ML.NET model
/// </code>
/// </example>
public sealed class ImageSearch
{
    private readonly ITrainingTask _task;
    private readonly ImageSplits _images;
    private readonly ImageSearchOptions _options;

    /// <summary>Prepares a search.</summary>
    /// <param name="task">What to train for.</param>
    /// <param name="images">The images; all three parts are needed.</param>
    /// <param name="options">Space, tuner, budgets, confirmation.</param>
    /// <exception cref="InputException">
    /// There are no images to validate or to test on, or networks of the space or of the size cannot be built, or the baseline is of
    /// another space.
    /// </exception>
    public ImageSearch(ITrainingTask task, ImageSplits images, ImageSearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(images);
        (_task, _images, _options) = (task, images, (options ?? new ImageSearchOptions()).Validated());
        if (images.Validation.Count == 0 || images.Test.Count == 0)
        {
            throw new InputException(
                $"{images.Dataset.Name}: a search needs images to validate and to test on; "
                + $"there are {images.Validation.Count} and {images.Test.Count}.");
        }

        if (!Backbones.CanBuild(_options.Space))
        {
            throw new InputException(
                $"'{_options.Space.Name}': networks of this space cannot be built, so that it cannot be searched with images.");
        }

        // Before the trials, not after them.
        _options.Confirmation.Training.Network.Validate();
        if (_options.Baseline is { } baseline && !baseline.Space.Equals(_options.Space))
        {
            throw new InputException($"baseline '{baseline}': it is of the space '{baseline.Space}', not '{_options.Space}'.");
        }

        if (_options.Proxies.Count > 0)
        {
            RequireRoomForProxies();
        }
    }

    private TrainingOptions FullTraining => _options.Confirmation.Training with
    {
        Protocol = _options.Confirmation.Training.Protocol ?? _task.GetProtocol(TrainingPreset.Small),
    };

    /// <summary>Runs the search.</summary>
    /// <param name="progress">Receives where it stands, and what it found, in words.</param>
    /// <param name="onTrial">Receives each trial as it is done, in the order of the proposals.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TrainingFailedException">No trial succeeded, or no finalist could be trained fully.</exception>
    public ImageSearchResult Run(
        IProgress<ImageSearchProgress>? progress = null, IProgress<TrialResult>? onTrial = null, CancellationToken cancellationToken = default)
    {
        var baseline = _options.Baseline ?? BaselineArchitectures.For(_options.Space);
        var full = FullTraining;
        var clock = Stopwatch.StartNew();
        var training = (_options.TrialTraining ?? TrialFidelity.Short(_task, full)) with { Seed = _options.Seed };
        var domain = CreateDomain();
        var tuning = _options.TunerOptions
            ?? new SurrogateTunerOptions { InitialTrials = ImageSearchOptions.InitialTrialsFor(_options.Trials) };
        tuning = tuning with { Features = ComputeProxies(domain, training, progress, cancellationToken) ?? tuning.Features };
        var experiment = RunTrials(domain, training, tuning, progress, onTrial, cancellationToken);
        var trialSeconds = clock.Elapsed.TotalSeconds;
        var succeeded = experiment.Trials.Where(trial => !trial.Failed).ToList();
        if (succeeded.Count == 0)
        {
            throw new TrainingFailedException(experiment.Trials is [var first, ..]
                ? $"no trial succeeded; the first: {first.Failure}"
                : "the time was over before the first trial began; give the trials more.");
        }

        var surrogate = Fit(succeeded, tuning);
        var finalists = ChooseFinalists(succeeded, surrogate);
        var names = string.Join(", ", finalists.Select(finalist => finalist.Architecture.Text));
        progress?.Report(new(ImageSearchStage.Confirmation, 0, $"{experiment.Trials.Count} trials are done; finalists: {names}"));
        clock.Restart();
        var confirmation = new FinalistConfirmation(_task, _images, _options.Confirmation with { Training = full }).Run(
            [.. finalists.Select(finalist => finalist.Architecture)],
            baseline,
            new ImmediateProgress<double>(share => progress?.Report(new(ImageSearchStage.Confirmation, share))),
            cancellationToken);
        var confirmationSeconds = clock.Elapsed.TotalSeconds;
        return new ImageSearchResult
        {
            Task = _task,
            Space = _options.Space,
            Tuner = _options.Tuner,
            Trials = experiment.Trials,
            LeftOutPredictions = PredictLeftOut(experiment.Trials, tuning),
            Surrogate = surrogate,
            Finalists = [.. finalists, (baseline, surrogate?.Predict(baseline).Score ?? double.NaN)],
            Confirmation = confirmation,
            TrialSeconds = trialSeconds,
            ConfirmationSeconds = confirmationSeconds,
            TunerSeconds = experiment.TunerTime.TotalSeconds,
        };
    }

    private FeatureTable? ComputeProxies(
        SearchDomain domain, TrainingOptions training, IProgress<ImageSearchProgress>? progress, CancellationToken cancellationToken)
    {
        if (_options.Proxies.Count == 0)
        {
            return null;
        }

        IReadOnlyList<Architecture> networks = [.. domain.Candidates!, _options.Baseline ?? BaselineArchitectures.For(_options.Space)];
        progress?.Report(new(
            ImageSearchStage.Proxies, 0, $"{string.Join(", ", _options.Proxies.Select(proxy => proxy.Name))} of {networks.Count} networks"));
        var results = ZeroCostEvaluator.Evaluate(
            networks,
            _task,
            _images.Train,
            new ZeroCostOptions
            {
                Proxies = _options.Proxies,
                Network = training.Network,
                Seed = _options.Seed,
                Device = training.Device,
                Parallelism = _options.Parallelism,
            },
            new ImmediateProgress<ZeroCostProgress>(
                state => progress?.Report(new(ImageSearchStage.Proxies, (double)state.Done / state.Count))),
            cancellationToken);
        return ZeroCostTable.Create("proxies", results, _task, _options.Proxies);
    }

    private void RequireRoomForProxies()
    {
        if (_options.Space.Count > SearchDomain.MaximumListed)
        {
            throw new InputException(
                $"'{_options.Space.Name}': its networks are too many for zero-cost proxies of all; "
                + $"spaces of up to {SearchDomain.MaximumListed} have them.");
        }

        if (_options.TunerOptions?.Features is not null)
        {
            throw new InputException("zero-cost proxies beside columns of a table: give one; a table may have the proxies among its columns.");
        }
    }

    private ExperimentResult RunTrials(
        SearchDomain domain,
        TrainingOptions training,
        SurrogateTunerOptions tuning,
        IProgress<ImageSearchProgress>? progress,
        IProgress<TrialResult>? onTrial,
        CancellationToken cancellationToken)
    {
        var runner = new TrainingTrialRunner(_task, _images.Train, _images.Validation, training);
        var tuner = TunerCatalog.Create(_options.Tuner, domain, _options.Seed, tuning);
        var (done, best) = (0, double.NegativeInfinity);
        return new Experiment(tuner, runner).Run(
            _options.Trials, _options.Parallelism, new ImmediateProgress<TrialResult>(Report), cancellationToken, _options.TrialTime);

        void Report(TrialResult trial)
        {
            done++;
            var isBest = trial.Value > best;
            best = isBest ? trial.Value : best;
            onTrial?.Report(trial);
            progress?.Report(new(ImageSearchStage.Trials, (double)done / _options.Trials, Describe(trial, done, isBest)));
        }
    }

    // A network whose output does not depend on its input is not worth a training.
    private SearchDomain CreateDomain() => _options.Space.Count <= SearchDomain.MaximumListed
        ? SearchDomain.Of(_options.Space, _options.Space.Enumerate().Where(architecture => architecture.Space.IsConnected(architecture)))
        : SearchDomain.Of(_options.Space);

    private string Describe(TrialResult trial, int number, bool isBest) => trial.Failed
        ? $"trial {number} of {_options.Trials}: {trial.Architecture} failed: {trial.Failure}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"trial {number} of {_options.Trials}: {trial.Architecture} {_task.Metric.Name} {_task.Metric.ToScore(trial.Value):F4}, ")
            + string.Create(CultureInfo.InvariantCulture, $"{trial.Seconds:F1} s{(isBest ? ", the best so far" : "")}");

    private Surrogate? Fit(IReadOnlyList<TrialResult> trials, SurrogateTunerOptions tuning) => trials.Count < SurrogateTrainer.MinimumValues
        ? null
        : (tuning.Trainer ?? SurrogateTrainers.Default).Fit(
            new TrainingSet(
                _options.Space, "trials", [.. trials.Select(trial => trial.Architecture)], [.. trials.Select(trial => trial.Value)]),
            new SurrogateOptions
            {
                Encoding = tuning.Encoding,
                Features = tuning.Features,
                Seed = _options.Seed,
            });

    // A trial's own value is noisy; the surrogate, which has seen it, sets it against those of its like.
    private List<(Architecture Architecture, double Predicted)> ChooseFinalists(IReadOnlyList<TrialResult> trials, Surrogate? surrogate) =>
    [
        .. trials
            .Select(trial => (trial.Architecture, Predicted: surrogate?.Predict(trial.Architecture).Score ?? trial.Value, trial.Value))
            .OrderByDescending(trial => trial.Predicted)
            .ThenByDescending(trial => trial.Value)
            .Take(_options.Finalists)
            .Select(trial => (trial.Architecture, trial.Predicted)),
    ];

    private double[] PredictLeftOut(IReadOnlyList<TrialResult> trials, SurrogateTunerOptions tuning) =>
    [
        .. trials.Select((trial, index) =>
        {
            var others = trials.Where((other, i) => i != index && !other.Failed).ToList();
            return trial.Failed ? double.NaN : Fit(others, tuning)?.Predict(trial.Architecture).Score ?? double.NaN;
        }),
    ];
}
