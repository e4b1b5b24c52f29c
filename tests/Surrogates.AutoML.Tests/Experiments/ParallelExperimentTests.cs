using Surrogates.Architectures;
using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Tests.Tuners;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;
using Surrogates.Tests;

namespace Surrogates.AutoML.Tests.Experiments;

/// <summary>Trials side by side. They wait for signals, never for time.</summary>
public class ParallelExperimentTests
{
    private const int Parallelism = 4;

    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private static readonly SearchDomain Domain = DomainUnderTest.Named("cell");

    private readonly RecordingTuner _tuner = new(new RandomTuner(Domain));

    public static TheoryData<string> Orders => ["any", "first to last", "first of four last", "last of four first"];

    [Theory]
    [InlineData(4, 1, "ask 0, tell 0, ask 1, tell 1, ask 2, tell 2, ask 3, tell 3")]
    [InlineData(5, 2, "ask 0, ask 1, tell 0, ask 2, tell 1, ask 3, tell 2, ask 4, tell 3, tell 4")]
    [InlineData(3, 8, "ask 0, ask 1, ask 2, tell 0, tell 1, tell 2")]
    public void A_trial_is_proposed_when_all_but_those_beside_it_are_told(int trials, int parallelism, string calls)
    {
        Run(trials, parallelism, new ScriptedRunner(DomainUnderTest.Value));
        Assert.Equal(calls, string.Join(", ", _tuner.Calls));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_search_is_the_same_in_whatever_order_its_trials_end(string order)
    {
        // A tuner whose every proposal depends on all it was told.
        const int Trials = 14;
        var tuner = new RecordingTuner(DomainUnderTest.Create("evolution", "cell"));
        var reported = new List<TrialResult>();
        var result = new Experiment(tuner, new ThreadedRunner(tuner.NumberOf, Waiting(order, Trials)))
            .Run(Trials, Parallelism, new Receiver<TrialResult>(reported.Add), TestContext.Current.CancellationToken);

        var expected = OneAfterTheOther(DomainUnderTest.Create("evolution", "cell"), Trials);
        Assert.Equal(expected, result.Trials);
        Assert.Equal(expected, reported);
    }

    [Fact]
    public void As_many_run_at_a_time_as_were_asked_for_and_never_more()
    {
        using var begun = new CountdownEvent(Parallelism);
        var runner = new ThreadedRunner(_tuner.NumberOf, (number, cancellation) =>
        {
            if (number < Parallelism)
            {
                begun.Signal();
                Wait(begun.WaitHandle, cancellation);
            }
        });
        Run(20, Parallelism, runner);
        Assert.Equal((Parallelism, 20, 0), (runner.MostAtATime, runner.Begun, runner.Running));
    }

    [Fact]
    public void More_places_than_trials_run_just_the_trials()
    {
        var runner = new ThreadedRunner(_tuner.NumberOf, (_, _) => { });
        Assert.Equal(3, Run(3, 50, runner).Trials.Count);
        Assert.Equal(3, runner.Begun);
    }

    [Fact]
    public void A_space_that_runs_out_is_tried_to_its_end()
    {
        var result = Run(1000, Parallelism, new ThreadedRunner(_tuner.NumberOf, (_, _) => { }));
        Assert.Equal(Domain.Candidates!.Count, result.Trials.Select(trial => trial.Architecture).Distinct().Count());
        Assert.Equal(Domain.Candidates.Count, result.Trials.Count);
    }

    [Fact]
    public void A_trial_that_throws_ends_the_experiment_after_the_others()
    {
        using var others = new CountdownEvent(2);
        var reported = new List<TrialResult>();
        var runner = new ThreadedRunner(_tuner.NumberOf, (number, cancellation) =>
        {
            switch (number)
            {
                case 0:
                    Wait(others.WaitHandle, cancellation);
                    throw new InvalidDataException("trial 0");
                case 1:
                    others.Signal();
                    cancellation.WaitHandle.WaitOne(Hang);
                    cancellation.ThrowIfCancellationRequested();
                    break;
                default:
                    // Does not look at the token in time, and completes.
                    others.Signal();
                    cancellation.WaitHandle.WaitOne(Hang);
                    break;
            }
        });
        var exception = Assert.Throws<InvalidDataException>(() => Run(10, 3, runner, new Receiver<TrialResult>(reported.Add)));
        Assert.Equal("trial 0", exception.Message);
        Assert.Equal((3, 0), (runner.Begun, runner.Running));
        Assert.Empty(reported);
    }

    [Fact]
    public void What_was_done_before_a_trial_throws_is_reported()
    {
        var reported = new List<TrialResult>();
        var runner = new ThreadedRunner(_tuner.NumberOf, (number, _) =>
        {
            if (number == 2)
            {
                throw new InvalidDataException("trial 2");
            }
        });
        Assert.Throws<InvalidDataException>(() => Run(10, Parallelism, runner, new Receiver<TrialResult>(reported.Add)));
        Assert.Equal([0, 1], reported.Select(trial => _tuner.NumberOf(trial.Architecture)));
        Assert.Equal(0, runner.Running);
    }

    [Fact]
    public void A_tuner_that_throws_leaves_no_trial_behind()
    {
        using var begun = new CountdownEvent(2);
        var runner = new ThreadedRunner(_ => 0, (_, cancellation) =>
        {
            begun.Signal();
            cancellation.WaitHandle.WaitOne(Hang);
        });
        Assert.Throws<InvalidDataException>(() => new Experiment(new FailingTuner(begun), runner)
            .Run(10, 3, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal((2, 0), (runner.Begun, runner.Running));
    }

    [Fact]
    public void Cancellation_reaches_the_trials_and_waits_for_them()
    {
        using var cancellation = new CancellationTokenSource();
        using var begun = new CountdownEvent(Parallelism);
        var runner = new ThreadedRunner(_tuner.NumberOf, (number, token) =>
        {
            begun.Signal();
            Wait(begun.WaitHandle, CancellationToken.None);
            if (number == Parallelism - 1)
            {
                cancellation.Cancel();
            }

            token.WaitHandle.WaitOne(Hang);
            token.ThrowIfCancellationRequested();
        });
        Assert.ThrowsAny<OperationCanceledException>(
            () => new Experiment(_tuner, runner).Run(10, Parallelism, cancellationToken: cancellation.Token));
        Assert.Equal((Parallelism, 0), (runner.Begun, runner.Running));
    }

    // What the window means, said without threads.
    private static List<TrialResult> OneAfterTheOther(ITuner tuner, int trials)
    {
        var proposed = new List<Architecture>();
        var results = new List<TrialResult>();
        while (results.Count < trials)
        {
            while (proposed.Count < Math.Min(trials, results.Count + Parallelism))
            {
                proposed.AddRange(tuner.Propose(1));
            }

            results.AddRange(DomainUnderTest.Evaluate([proposed[results.Count]]));
            tuner.Update([results[^1]]);
        }

        return results;
    }

    // Each trial has an end that others may wait for.
    private static Action<int, CancellationToken> Waiting(string order, int trials)
    {
        var ends = Enumerable.Range(0, trials).Select(_ => new ManualResetEvent(false)).ToArray();
        return (number, cancellation) =>
        {
            foreach (var before in Before(number).Where(before => before >= 0 && before < trials))
            {
                Wait(ends[before], cancellation);
            }

            ends[number].Set();
        };

        IEnumerable<int> Before(int number) => (order, number % Parallelism) switch
        {
            ("first to last", _) => [number - 1],
            ("first of four last", 0) => Enumerable.Range(number + 1, Parallelism - 1),
            ("last of four first", < Parallelism - 1) when number < Parallelism => [number + 1],
            _ => [],
        };
    }

    private static void Wait(WaitHandle handle, CancellationToken cancellationToken)
    {
        if (WaitHandle.WaitAny([handle, cancellationToken.WaitHandle], Hang) != 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Assert.Fail("A trial waits for one that does not end.");
        }
    }

    private ExperimentResult Run(int trials, int parallelism, ITrialRunner runner, IProgress<TrialResult>? progress = null) =>
        new Experiment(_tuner, runner).Run(trials, parallelism, progress, TestContext.Current.CancellationToken);

    private sealed class FailingTuner(CountdownEvent begun) : ITuner
    {
        private readonly RandomTuner _tuner = new(Domain);
        private int _proposals;

        public string Name => "failing";

        public IReadOnlyList<Architecture> Propose(int count)
        {
            if (_proposals++ == 2)
            {
                begun.Wait(Hang);
                throw new InvalidDataException("the third proposal");
            }

            return _tuner.Propose(count);
        }

        public void Update(IReadOnlyList<TrialResult> results) => _tuner.Update(results);
    }
}
