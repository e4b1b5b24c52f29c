using Surrogates.Architectures;
using Surrogates.AutoML.Confirmation;
using Surrogates.Tests;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Tests.Confirmation;

public sealed class FinalistConfirmationTests : IDisposable
{
    private const int Seeds = 2;
    private const int TestSeeds = 2;

    private static readonly Architecture[] Some = SmallTrainings.Distinct(4);

    private readonly ITrainingTask _task;
    private readonly ImageSplits _images;

    public FinalistConfirmationTests() => (_task, _images) = SmallTrainings.Regression();

    public void Dispose() => _images.Dispose();

    [Fact]
    public void The_winner_is_the_best_on_the_validation_images()
    {
        var result = Run(Some[..3], Some[3]);
        using var network = result.Network;
        Assert.Equal(4, result.Candidates.Count);
        Assert.Equal(result.Candidates.OrderByDescending(candidate => candidate.Interval.Mean), result.Candidates);
        Assert.Equal(result.Candidates[0].Architecture, result.Winner.Architecture);
        Assert.Equal(result.Winner.Architecture, network.Architecture);
        Assert.Equal(Some[3], Assert.Single(result.Candidates, candidate => candidate.IsBaseline).Architecture);
        Assert.Equal((Some[3], true), (result.Baseline.Architecture, result.Baseline.IsBaseline));
        Assert.All(result.Candidates, candidate => Assert.True(candidate.Seconds > 0));
    }

    [Fact]
    public void Seeds_and_images_of_the_test_are_not_those_that_chose()
    {
        var result = Run(Some[..2], Some[2]);
        using var network = result.Network;
        foreach (var candidate in result.Candidates)
        {
            Assert.Equal(Scores(candidate.Architecture, 5, Seeds, _images.Train, _images.Validation), candidate.Scores);
        }

        foreach (var tested in new[] { result.Winner, result.Baseline })
        {
            Assert.Equal(Scores(tested.Architecture, 5 + Seeds, TestSeeds, _images.TrainAndValidation, _images.Test), tested.Scores);
        }

        Assert.Equal(result.Winner.Scores[0], network.Evaluate(_images.Test, TestContext.Current.CancellationToken)["r2"]);
    }

    [Fact]
    public void Equal_networks_are_one_candidate_and_the_baseline_keeps_its_text()
    {
        Architecture[] equal = [.. SmallTrainings.Space.Enumerate().Where(SmallTrainings.Space.IsConnected)
            .GroupBy(architecture => architecture.Canonical).First(group => group.Count() > 1).Take(2)];
        var other = Some.First(architecture => !architecture.Canonical.Equals(equal[0].Canonical));

        var result = Run([equal[0], other, other, equal[0]], equal[1]);
        result.Network.Dispose();
        RequireCandidates(result, other, equal[1]);

        result = Run([equal[0], equal[1]], other);
        result.Network.Dispose();
        RequireCandidates(result, equal[0], other);
    }

    [Fact]
    public void Where_the_baseline_wins_it_is_tested_once()
    {
        var networks = 0;
        var result = Run([Some[0]], Some[0], task: new ChangedTask(_task, _ => networks++));
        using var network = result.Network;
        Assert.Single(result.Candidates);
        Assert.Same(result.Winner, result.Baseline);
        Assert.True(result.Winner.IsBaseline);
        Assert.Equal(Seeds + TestSeeds, networks);
        Assert.Equal((0, 0, 0), (result.Advantage.Mean, result.Advantage.Lower, result.Advantage.Upper));
    }

    [Fact]
    public void Results_do_not_depend_on_how_many_train_at_a_time()
    {
        var results = new[] { 1, 4 }.Select(parallelism => Run(Some[..3], Some[3], parallelism)).ToList();
        results.ForEach(result => result.Network.Dispose());
        Assert.Equal(Describe(results[0]), Describe(results[1]));
    }

    [Fact]
    public void A_finalist_that_fails_once_is_last()
    {
        // One at a time, seed by seed: the first training is the first finalist's.
        var result = Run(Some[..2], Some[2], task: new ChangedTask(_task, Failing(0)));
        result.Network.Dispose();
        var last = result.Candidates[^1];
        Assert.Equal(Some[0], last.Architecture);
        Assert.Equal([true, false], last.Scores.Select(double.IsNaN));
        Assert.True(double.IsNaN(last.Interval.Mean));
        Assert.NotEqual(Some[0], result.Winner.Architecture);
    }

    [Fact]
    public void Where_all_fail_there_is_no_winner() => Assert.Contains(
        "no candidate",
        Assert.Throws<TrainingFailedException>(() => Run(Some[..2], Some[2], training: SmallTrainings.Diverging(_task))).Message);

    [Fact]
    public void A_winner_that_fails_its_test_is_named()
    {
        var exception = Assert.Throws<TrainingFailedException>(
            () => Run([Some[0]], Some[0], task: new ChangedTask(_task, Failing(Seeds + 1))));
        Assert.Equal($"{Some[0]}: training {Seeds + 1}", exception.Message);
    }

    [Fact]
    public void Progress_ascends_to_the_end()
    {
        var shares = new List<double>();
        var result = new FinalistConfirmation(_task, _images, Options()).Run(
            Some[..2], Some[2], new Receiver<double>(shares.Add), TestContext.Current.CancellationToken);
        result.Network.Dispose();
        Assert.Equal((3 * Seeds) + (2 * TestSeeds), shares.Count);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1], 12);
    }

    [Fact]
    public void Cancellation_stops_it()
    {
        using var cancellation = new CancellationTokenSource();
        var shares = 0;
        var progress = new Receiver<double>(_ =>
        {
            if (++shares == 2)
            {
                cancellation.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(
            () => new FinalistConfirmation(_task, _images, Options()).Run(Some[..3], Some[3], progress, cancellation.Token));
        Assert.Equal(2, shares);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Run([], Some[0]));
        Assert.Throws<ArgumentNullException>(() => Run(null!, Some[0]));
        Assert.Throws<ArgumentNullException>(() => Run([Some[0]], null!));
        Assert.Throws<ArgumentNullException>(() => new FinalistConfirmation(null!, _images));
        Assert.Throws<ArgumentNullException>(() => new FinalistConfirmation(_task, null!));
        foreach (var options in new ConfirmationOptions[] { new() { Seeds = 0 }, new() { TestSeeds = 0 }, new() { Parallelism = 0 } })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new FinalistConfirmation(_task, _images, options));
        }
    }

    private static Action<int> Failing(int training) => number =>
    {
        if (number == training)
        {
            throw new TrainingFailedException($"training {training}");
        }
    };

    private static void RequireCandidates(ConfirmationResult result, params Architecture[] expected) => Assert.Equal(
        expected.Select(architecture => architecture.Text).Order(StringComparer.Ordinal),
        result.Candidates.Select(candidate => candidate.Architecture.Text).Order(StringComparer.Ordinal));

    private static List<string> Describe(ConfirmationResult result) =>
        [.. result.Candidates.Append(result.Winner).Append(result.Baseline).Select(item =>
            $"{item.Architecture} {item.IsBaseline} {string.Join(' ', item.Scores.Select(score => score.ToString("R", null)))}")];

    private double[] Scores(Architecture architecture, int firstSeed, int count, ImageSubset training, ImageSubset measured) =>
    [
        .. Enumerable.Range(firstSeed, count).Select(seed =>
        {
            var options = SmallTrainings.Options(_task) with { Seed = seed };
            using var network = NetworkTrainer.Train(architecture, _task, training, null, options);
            return network.Evaluate(measured)["r2"];
        }),
    ];

    private ConfirmationOptions Options(int parallelism = 1, TrainingOptions? training = null) => new()
    {
        Seeds = Seeds,
        TestSeeds = TestSeeds,
        Parallelism = parallelism,
        Training = training ?? SmallTrainings.Options(_task),
    };

    private ConfirmationResult Run(
        Architecture[] finalists,
        Architecture baseline,
        int parallelism = 1,
        ITrainingTask? task = null,
        TrainingOptions? training = null) =>
        new FinalistConfirmation(task ?? _task, _images, Options(parallelism, training))
            .Run(finalists, baseline, cancellationToken: TestContext.Current.CancellationToken);
}
