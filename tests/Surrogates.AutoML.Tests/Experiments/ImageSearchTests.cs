using Surrogates.Architectures;
using Surrogates.AutoML.Confirmation;
using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;
using Surrogates.Benchmarks;
using Surrogates.Models;
using Surrogates.Tests;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;
using Surrogates.Training.ZeroCost;
using Surrogates.Trees;

namespace Surrogates.AutoML.Tests.Experiments;

public sealed class ImageSearchTests : IDisposable
{
    private readonly ITrainingTask _task;
    private readonly ImageSplits _images;

    public ImageSearchTests() => (_task, _images) = SmallTrainings.Regression();

    private ImageSearchOptions Options => new()
    {
        Space = SmallTrainings.Space,
        TunerOptions = new SurrogateTunerOptions
        {
            Trainer = new ExtraTreesSurrogateTrainer(new ExtraTreesOptions { NumberOfTrees = 5 }),
            InitialTrials = 3,
        },
        Trials = 6,
        TrialTraining = SmallTrainings.Options(_task),
        Finalists = 2,
        Parallelism = 1,
        Confirmation = new ConfirmationOptions { Seeds = 2, TestSeeds = 1, Training = SmallTrainings.Options(_task) },
    };

    public void Dispose() => _images.Dispose();

    [Fact]
    public void It_finds_confirms_and_hands_over_a_network()
    {
        var result = Run(Options);
        using var network = result.Confirmation.Network;
        Assert.Equal(6, result.Trials.Select(trial => trial.Architecture.Canonical).Distinct().Count());
        Assert.All(result.Trials, trial => Assert.True(trial.Architecture.Space.IsConnected(trial.Architecture)));
        Assert.Equal(6, result.LeftOutPredictions.Count);
        Assert.All(result.LeftOutPredictions, prediction => Assert.True(double.IsFinite(prediction)));
        Assert.Equal(3, result.Finalists.Count);
        Assert.Subset(
            result.Trials.Select(trial => trial.Architecture).ToHashSet(),
            result.Finalists.SkipLast(1).Select(finalist => finalist.Architecture).ToHashSet());
        Assert.Equal(BaselineArchitectures.For(SmallTrainings.Space), result.Finalists[^1].Architecture);
        Assert.Equal(result.Finalists.SkipLast(1).OrderByDescending(finalist => finalist.Predicted), result.Finalists.SkipLast(1));
        Assert.All(result.Finalists, finalist => Assert.Equal(result.Surrogate!.Predict(finalist.Architecture).Score, finalist.Predicted));
        Assert.Equal(result.Confirmation.Winner.Architecture, network.Architecture);
        Assert.Equal((_task, SmallTrainings.Space, "surrogate"), (result.Task, result.Space, result.Tuner));
        Assert.True(result.TrialSeconds >= result.TunerSeconds && result.TunerSeconds > 0 && result.ConfirmationSeconds > 0);
    }

    [Fact]
    public void A_trial_is_predicted_by_a_surrogate_that_has_not_seen_it()
    {
        var result = Discarded(Options);
        for (var left = 0; left < result.Trials.Count; left++)
        {
            TrialResult[] others = [.. result.Trials.Where((_, i) => i != left)];
            var surrogate = Options.TunerOptions!.Trainer!.Fit(
                new TrainingSet(
                    SmallTrainings.Space, "others", [.. others.Select(trial => trial.Architecture)], [.. others.Select(trial => trial.Value)]),
                cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(surrogate.Predict(result.Trials[left].Architecture).Score, result.LeftOutPredictions[left]);
        }
    }

    [Fact]
    public void Zero_cost_proxies_are_columns_of_the_surrogate()
    {
        var stages = new List<ImageSearchStage>();
        var options = Options with { Proxies = [ZeroCostProxies.Find("params"), ZeroCostProxies.Find("synflow")] };
        using var result = new ImageSearch(_task, _images, options).Run(
            new ImmediateProgress<ImageSearchProgress>(progress => stages.Add(progress.Stage)),
            cancellationToken: TestContext.Current.CancellationToken).Confirmation.Network;
        Assert.Equal(ImageSearchStage.Proxies, stages[0]);
        Assert.Equal(stages.Order(), stages);

        var surrogate = Discarded(options).Surrogate!;
        Assert.Equal(["params", "synflow_regression"], surrogate.Columns);
    }

    [Fact]
    public void Proxies_need_networks_that_can_be_listed_and_no_other_columns()
    {
        IReadOnlyList<IZeroCostProxy> proxies = [ZeroCostProxies.Find("params")];
        var large = SearchSpaces.FromJson(
            """{"name":"large","cell":{"nodes":6,"operations":["zero","skip","conv3x3"],"none":"zero","identity":"skip"}}""");
        var message = Assert.Throws<InputException>(
            () => new ImageSearch(_task, _images, Options with { Space = large, Proxies = proxies })).Message;
        Assert.Contains("too many", message, StringComparison.Ordinal);

        using var csv = new MemoryStream("arch,a\n|zero~0|,1\n"u8.ToArray());
        var both = Options with { Proxies = proxies, TunerOptions = Options.TunerOptions! with { Features = FeatureTable.ReadCsv(csv, "f.csv") } };
        Assert.Contains("give one", Assert.Throws<InputException>(() => new ImageSearch(_task, _images, both)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_surrogate_is_of_the_kind_that_was_asked_for() => Assert.Equal("extratrees", Discarded(Options).Surrogate!.Kind);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_same_seed_finds_the_same(int parallelism)
    {
        var options = Options with { Parallelism = parallelism };
        Assert.Equal(Describe(Discarded(options)), Describe(Discarded(options)));
    }

    [Fact]
    public void Another_seed_tries_others() =>
        Assert.NotEqual(Describe(Discarded(Options)), Describe(Discarded(Options with { Seed = 2 })));

    [Theory]
    [InlineData("random")]
    [InlineData("evolution")]
    public void Every_tuner_will_do(string tuner)
    {
        var result = Discarded(Options with { Tuner = tuner, TunerOptions = null, Trials = 3, Finalists = 1 });
        Assert.Equal((tuner, 3, 2), (result.Tuner, result.Trials.Count, result.Finalists.Count));
    }

    [Fact]
    public void Trials_are_told_one_by_one_and_the_progress_ascends()
    {
        var told = new List<TrialResult>();
        var progress = new List<ImageSearchProgress>();
        var options = Options with { Confirmation = Options.Confirmation with { Parallelism = 1 } };
        var result = new ImageSearch(_task, _images, options).Run(
            new Receiver<ImageSearchProgress>(progress.Add), new Receiver<TrialResult>(told.Add), TestContext.Current.CancellationToken);
        result.Confirmation.Network.Dispose();
        Assert.Equal(result.Trials, told);
        Assert.Equal(progress.OrderBy(state => state.Stage).ThenBy(state => state.Share), progress);
        Assert.Equal([1, 1], progress.GroupBy(state => state.Stage).Select(stage => stage.Max(state => state.Share)));
        string[] messages = [.. progress.Select(state => state.Message).OfType<string>()];
        Assert.Equal(7, messages.Length);
        Assert.All(messages.SkipLast(1).Zip(result.Trials, (message, trial) => (message, trial)), pair =>
        {
            Assert.Contains($"of 6: {pair.trial.Architecture} r2 ", pair.message);
        });
        Assert.EndsWith("the best so far", messages[0]);
        Assert.All(result.Finalists.SkipLast(1), finalist => Assert.Contains(finalist.Architecture.Text, messages[^1]));
    }

    [Fact]
    public void A_baseline_may_be_named()
    {
        var baseline = SmallTrainings.Distinct(3)[2];
        var result = Discarded(Options with { Baseline = baseline });
        Assert.Equal(baseline, result.Confirmation.Baseline.Architecture);
        Assert.Equal(baseline, result.Finalists[^1].Architecture);
    }

    [Fact]
    public void Trials_that_fail_are_left_out()
    {
        // One after the other: the first two networks are those of the first two trials.
        var result = Discarded(Options, new ChangedTask(_task, number =>
        {
            if (number < 2)
            {
                throw new TrainingFailedException("no luck");
            }
        }));
        Assert.Equal(["no luck", "no luck", null, null, null, null], result.Trials.Select(trial => trial.Failure));
        Assert.Equal([true, true, false, false, false, false], result.LeftOutPredictions.Select(double.IsNaN));
        Assert.Subset(
            result.Trials.Skip(2).Select(trial => trial.Architecture).ToHashSet(),
            result.Finalists.SkipLast(1).Select(finalist => finalist.Architecture).ToHashSet());
    }

    [Fact]
    public void Where_no_trial_succeeds_the_reason_is_told() => Assert.StartsWith(
        "no trial succeeded; the first: ",
        Assert.Throws<TrainingFailedException>(() => Run(Options with { TrialTraining = SmallTrainings.Diverging(_task) })).Message);

    [Fact]
    public void Without_time_for_a_trial_there_is_nothing_to_confirm() => Assert.Contains(
        "time was over", Assert.Throws<TrainingFailedException>(() => Run(Options with { TrialTime = TimeSpan.Zero })).Message);

    [Fact]
    public void Cancellation_stops_it()
    {
        using var cancellation = new CancellationTokenSource();
        var told = 0;
        var onTrial = new Receiver<TrialResult>(_ =>
        {
            if (++told == 2)
            {
                cancellation.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(() => new ImageSearch(_task, _images, Options).Run(null, onTrial, cancellation.Token));
        Assert.Equal(2, told);
    }

    [Fact]
    public void What_cannot_be_searched_is_refused_at_once()
    {
        Assert.Contains("10 and 0", Refusal(new ImageSplits(_images.Train, _images.Validation, new ImageSubset(_images.Dataset, [])), Options));
        Assert.Contains("0 and 10", Refusal(new ImageSplits(_images.Train, new ImageSubset(_images.Dataset, []), _images.Test), Options));
        Assert.Contains("'sequence'", Refusal(_images, Options with { Space = Tuners.DomainUnderTest.Sequence }));
        Assert.Contains("baseline", Refusal(_images, Options with { Baseline = SearchSpaces.Micro.Parse("64-41414-3_33_333") }));
        var odd = Options.Confirmation with { Training = new TrainingOptions { Network = new NetworkOptions { BaseChannels = 5 } } };
        Assert.Contains("even number", Refusal(_images, Options with { Confirmation = odd }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageSearch(_task, _images, Options with { Trials = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageSearch(_task, _images, Options with { Finalists = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageSearch(_task, _images, Options with { Parallelism = 0 }));
        Assert.Throws<ArgumentNullException>(() => new ImageSearch(null!, _images));
        Assert.Throws<ArgumentNullException>(() => new ImageSearch(_task, null!));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(20, 5)]
    [InlineData(30, 7)]
    [InlineData(1000, 10)]
    public void A_quarter_of_the_trials_is_random_and_never_many(int trials, int random) =>
        Assert.Equal(random, ImageSearchOptions.InitialTrialsFor(trials));

    private static string Describe(ImageSearchResult result) => string.Join(
        '\n',
        [
            .. result.Trials.Zip(result.LeftOutPredictions, (trial, predicted) => $"{trial.Architecture} {trial.Value:R} {predicted:R}"),
            .. result.Finalists.Select(finalist => $"{finalist.Architecture} {finalist.Predicted:R}"),
            .. result.Confirmation.Candidates.Append(result.Confirmation.Winner).Append(result.Confirmation.Baseline)
                .Select(item => $"{item.Architecture} {string.Join(' ', item.Scores.Select(score => $"{score:R}"))}"),
        ]);

    private string Refusal(ImageSplits images, ImageSearchOptions options) =>
        Assert.Throws<InputException>(() => new ImageSearch(_task, images, options)).Message;

    private ImageSearchResult Run(ImageSearchOptions options, ITrainingTask? task = null) =>
        new ImageSearch(task ?? _task, _images, options).Run(cancellationToken: TestContext.Current.CancellationToken);

    private ImageSearchResult Discarded(ImageSearchOptions options, ITrainingTask? task = null)
    {
        var result = Run(options, task);
        result.Confirmation.Network.Dispose();
        return result;
    }
}
