using System.Diagnostics;
using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;

namespace Surrogates.AutoML.Experiments;

/// <summary>Runs a tuner against a trial runner until the budget is spent or nothing is left to try.</summary>
/// <example>
/// <code>
/// var table = BenchmarkTable.Load("micro.csv");
/// var domain = SearchDomain.Of(table, "class_scene", SearchSpaces.Micro);
/// var result = new Experiment(new SurrogateTuner(domain), new TableTrialRunner(table, "class_scene")).Run(maximumTrials: 100);
/// Console.WriteLine(result.Best);
/// </code>
/// </example>
public sealed class Experiment
{
    private readonly ITuner _tuner;
    private readonly ITrialRunner _runner;

    /// <summary>Creates an experiment.</summary>
    /// <param name="tuner">Proposes what to try.</param>
    /// <param name="runner">Evaluates it.</param>
    public Experiment(ITuner tuner, ITrialRunner runner)
    {
        ArgumentNullException.ThrowIfNull(tuner);
        ArgumentNullException.ThrowIfNull(runner);
        _tuner = tuner;
        _runner = runner;
    }

    /// <summary>Runs the search.</summary>
    /// <param name="maximumTrials">The most trials; 1 or more.</param>
    /// <param name="parallelism">
    /// How many trials run side by side; 1 (the default) learns from each before the next. With P, trial n + P is proposed when trials 1
    /// to n are told, whatever else has ended by then: the search is the same however long its trials take.
    /// </param>
    /// <param name="progress">Receives each result, in the order of the proposals.</param>
    /// <param name="cancellationToken">Ends the search; what was reported is all that is left of it.</param>
    /// <param name="timeBudget">No trial begins after this time; none (the default) means no end. Trials that run are completed.</param>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public ExperimentResult Run(
        int maximumTrials,
        int parallelism = 1,
        IProgress<TrialResult>? progress = null,
        CancellationToken cancellationToken = default,
        TimeSpan? timeBudget = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumTrials, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<TrialResult>>();
        try
        {
            return RunTrials(new Budget(maximumTrials, parallelism, timeBudget), running, progress, ending.Token);
        }
        catch
        {
            // Nothing goes on behind the caller's back.
            ending.Cancel();
            Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
            throw;
        }
    }

    private ExperimentResult RunTrials(
        Budget budget, Queue<Task<TrialResult>> running, IProgress<TrialResult>? progress, CancellationToken cancellationToken)
    {
        var trials = new List<TrialResult>();
        var tunerTime = TimeSpan.Zero;
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            while (running.Count < budget.Parallelism
                && trials.Count + running.Count < budget.Trials
                && !(Stopwatch.GetElapsedTime(start) >= budget.Time)
                && Timed(() => _tuner.Propose(1)) is [var architecture])
            {
                cancellationToken.ThrowIfCancellationRequested();
                running.Enqueue(Start(architecture));
            }

            if (running.Count == 0)
            {
                return new ExperimentResult(trials, tunerTime);
            }

            var result = running.Dequeue().GetAwaiter().GetResult();
            cancellationToken.ThrowIfCancellationRequested();
            trials.Add(result);
            progress?.Report(result);
            Timed(() =>
            {
                _tuner.Update([result]);
                return true;
            });
        }

        Task<TrialResult> Start(Architecture architecture) => budget.Parallelism == 1
            ? Task.FromResult(_runner.Run(architecture, cancellationToken))
            : Task.Factory.StartNew(
                () => _runner.Run(architecture, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        T Timed<T>(Func<T> action)
        {
            var clock = Stopwatch.GetTimestamp();
            var result = action();
            tunerTime += Stopwatch.GetElapsedTime(clock);
            return result;
        }
    }

    private sealed record Budget(int Trials, int Parallelism, TimeSpan? Time);
}
