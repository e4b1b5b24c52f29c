using Surrogates.Architectures;
using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Tests.Tuners;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;
using Surrogates.Tests;

namespace Surrogates.AutoML.Tests.Experiments;

public class ExperimentTests
{
    private static readonly SearchDomain Domain = DomainUnderTest.Named("cell");

    private readonly RecordingTuner _tuner = new(new RandomTuner(Domain));

    [Theory]
    [InlineData(10, 1, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    [InlineData(10, 4, new[] { 4, 4, 2 })]
    [InlineData(3, 8, new[] { 3 })]
    public void The_budget_is_spent_in_batches_and_not_exceeded(int trials, int batchSize, int[] batches)
    {
        var result = Run(trials, batchSize);
        Assert.Equal(trials, result.Trials.Count);
        Assert.Equal(batches, _tuner.Asked);
        Assert.Equal(batches, _tuner.Told.Select(results => results.Count));
    }

    [Fact]
    public void Results_are_in_the_order_of_the_proposals_and_reported_as_they_come()
    {
        var reported = new List<TrialResult>();
        var result = Run(12, 5, new Receiver<TrialResult>(reported.Add));
        Assert.Equal(new RandomTuner(Domain).Propose(12), result.Trials.Select(trial => trial.Architecture));
        Assert.All(result.Trials, trial => Assert.Equal(DomainUnderTest.Value(trial.Architecture), trial.Value));
        Assert.Equal(result.Trials, reported);
        Assert.Equal(result.Trials, _tuner.Told.SelectMany(results => results));
    }

    [Fact]
    public void It_ends_where_nothing_is_left() => Assert.Equal(Domain.Candidates!.Count, Run(1000, 100).Trials.Count);

    [Fact]
    public void The_best_is_the_first_of_the_highest_that_did_not_fail()
    {
        double[] values = [double.NaN, 2, 5, double.PositiveInfinity, 5];
        var trial = 0;
        var result = Run(5, 1, runner: new ScriptedRunner(_ => values[trial++]));
        Assert.Equal(result.Trials[2], result.Best);
    }

    [Fact]
    public void Where_all_fail_there_is_no_best()
    {
        var result = Run(5, 1, runner: new ScriptedRunner(_ => double.NaN));
        Assert.Equal(5, result.Trials.Count);
        Assert.Null(result.Best);
    }

    [Fact]
    public void The_tuner_is_timed_and_the_trials_are_not()
    {
        var runner = new ScriptedRunner(_ =>
        {
            Thread.Sleep(20);
            return 0;
        });
        var result = Run(10, 1, runner: runner);
        Assert.InRange(result.TunerTime, TimeSpan.FromTicks(1), TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Cancellation_ends_it_between_trials()
    {
        using var cancellation = new CancellationTokenSource();
        var trials = 0;
        var progress = new Receiver<TrialResult>(_ =>
        {
            if (++trials == 3)
            {
                cancellation.Cancel();
            }
        });
        Assert.Throws<OperationCanceledException>(
            () => new Experiment(_tuner, new ScriptedRunner(DomainUnderTest.Value)).Run(10, 10, progress, cancellation.Token));
        Assert.Equal(3, trials);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(1, 0));
        Assert.Throws<ArgumentNullException>(() => new Experiment(null!, new ScriptedRunner(_ => 0)));
        Assert.Throws<ArgumentNullException>(() => new Experiment(_tuner, null!));
    }

    private ExperimentResult Run(
        int trials, int batchSize, IProgress<TrialResult>? progress = null, ITrialRunner? runner = null) =>
        new Experiment(_tuner, runner ?? new ScriptedRunner(DomainUnderTest.Value))
            .Run(trials, batchSize, progress, TestContext.Current.CancellationToken);

    private sealed class RecordingTuner(ITuner tuner) : ITuner
    {
        public string Name => tuner.Name;

        public List<int> Asked { get; } = [];

        public List<IReadOnlyList<TrialResult>> Told { get; } = [];

        public IReadOnlyList<Architecture> Propose(int count)
        {
            Asked.Add(count);
            return tuner.Propose(count);
        }

        public void Update(IReadOnlyList<TrialResult> results)
        {
            Told.Add(results);
            tuner.Update(results);
        }
    }
}
