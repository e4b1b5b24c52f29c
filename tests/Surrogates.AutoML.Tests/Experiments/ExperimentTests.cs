using System.Diagnostics;
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
    [InlineData(10, 1)]
    [InlineData(10, 4)]
    [InlineData(3, 8)]
    public void The_budget_is_spent_and_not_exceeded(int trials, int parallelism)
    {
        Assert.Equal(trials, Run(trials, parallelism).Trials.Count);
        Assert.Equal(2 * trials, _tuner.Calls.Count);
    }

    [Fact]
    public void Results_are_in_the_order_of_the_proposals_and_reported_as_they_come()
    {
        var reported = new List<TrialResult>();
        var result = Run(12, 5, new Receiver<TrialResult>(reported.Add));
        Assert.Equal(new RandomTuner(Domain).Propose(12), result.Trials.Select(trial => trial.Architecture));
        Assert.All(result.Trials, trial => Assert.Equal(DomainUnderTest.Value(trial.Architecture), trial.Value));
        Assert.Equal(result.Trials, reported);
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
        var (inTuner, inTrials, all) = (new Stopwatch(), new Stopwatch(), Stopwatch.StartNew());
        var tuner = new SlowTuner(_tuner, inTuner);
        var result = new Experiment(tuner, new ScriptedRunner(_ => Slow(inTrials))).Run(5, cancellationToken: TestContext.Current.CancellationToken);
        Assert.InRange(result.TunerTime, inTuner.Elapsed, all.Elapsed - inTrials.Elapsed);
    }

    [Fact]
    public void Without_time_nothing_is_tried()
    {
        var result = Run(10, 4, time: TimeSpan.Zero);
        Assert.Empty(result.Trials);
        Assert.Null(result.Best);
        Assert.Empty(_tuner.Calls);
    }

    [Fact]
    public void A_trial_that_runs_when_time_is_over_is_completed_and_none_begins()
    {
        var (time, clock) = (TimeSpan.FromMilliseconds(200), Stopwatch.StartNew());
        var runner = new ScriptedRunner(architecture =>
        {
            SpinWait.SpinUntil(() => clock.Elapsed > 2 * time);
            return DomainUnderTest.Value(architecture);
        });
        Assert.Equal("ask 0, tell 0", string.Join(", ", Run(10, 1, runner: runner, time: time).Trials.SelectMany(_ => _tuner.Calls)));
    }

    [Fact]
    public void Time_that_suffices_changes_nothing() =>
        Assert.Equal(Run(10, 2).Trials, new ExperimentTests().Run(10, 2, time: TimeSpan.FromDays(1)).Trials);

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Cancellation_ends_it_between_trials(int parallelism)
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
        Assert.ThrowsAny<OperationCanceledException>(
            () => new Experiment(_tuner, new ScriptedRunner(DomainUnderTest.Value)).Run(20, parallelism, progress, cancellation.Token));
        Assert.Equal(3, trials);
    }

    [Fact]
    public void What_is_cancelled_before_it_begins_tries_nothing()
    {
        var runner = new ThreadedRunner(_tuner.NumberOf, (_, _) => { });
        Assert.ThrowsAny<OperationCanceledException>(() => new Experiment(_tuner, runner).Run(10, 2, cancellationToken: new CancellationToken(true)));
        Assert.Equal(0, runner.Begun);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(1, 0));
        Assert.Throws<ArgumentNullException>(() => new Experiment(null!, new ScriptedRunner(_ => 0)));
        Assert.Throws<ArgumentNullException>(() => new Experiment(_tuner, null!));
    }

    private static double Slow(Stopwatch clock)
    {
        clock.Start();
        Thread.Sleep(10);
        clock.Stop();
        return 0;
    }

    private ExperimentResult Run(
        int trials, int parallelism, IProgress<TrialResult>? progress = null, ITrialRunner? runner = null, TimeSpan? time = null) =>
        new Experiment(_tuner, runner ?? new ScriptedRunner(DomainUnderTest.Value))
            .Run(trials, parallelism, progress, TestContext.Current.CancellationToken, time);

    private sealed class SlowTuner(ITuner tuner, Stopwatch clock) : ITuner
    {
        public string Name => tuner.Name;

        public IReadOnlyList<Architecture> Propose(int count)
        {
            Slow(clock);
            return tuner.Propose(count);
        }

        public void Update(IReadOnlyList<TrialResult> results)
        {
            Slow(clock);
            tuner.Update(results);
        }
    }
}
