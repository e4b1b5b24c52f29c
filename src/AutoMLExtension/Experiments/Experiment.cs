using System.Diagnostics;
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
    /// <param name="batchSize">How many trials are proposed at a time; 1 (the default) learns from each before the next.</param>
    /// <param name="progress">Receives each result as it comes.</param>
    /// <param name="cancellationToken">Ends the search; the results so far are thrown away.</param>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public ExperimentResult Run(
        int maximumTrials, int batchSize = 1, IProgress<TrialResult>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumTrials, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var trials = new List<TrialResult>();
        var tunerTime = TimeSpan.Zero;
        while (trials.Count < maximumTrials)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var clock = Stopwatch.GetTimestamp();
            var proposals = _tuner.Propose(Math.Min(batchSize, maximumTrials - trials.Count));
            tunerTime += Stopwatch.GetElapsedTime(clock);
            if (proposals.Count == 0)
            {
                break;
            }

            var results = new List<TrialResult>(proposals.Count);
            foreach (var architecture in proposals)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var result = _runner.Run(architecture, cancellationToken);
                results.Add(result);
                progress?.Report(result);
            }

            trials.AddRange(results);
            clock = Stopwatch.GetTimestamp();
            _tuner.Update(results);
            tunerTime += Stopwatch.GetElapsedTime(clock);
        }

        return new ExperimentResult(trials, tunerTime);
    }
}
