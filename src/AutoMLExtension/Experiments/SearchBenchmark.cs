using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;
using Surrogates.Benchmarks;
using Surrogates.Evaluation;
using Surrogates.Evaluation.Protocols;
using Surrogates.Numerics;

namespace Surrogates.AutoML.Experiments;

/// <summary>
/// Measures tuners on a table: each searches every task from several seeds, looking values up, and what it found is ranked among
/// all rows.
/// </summary>
public sealed class SearchBenchmark
{
    private readonly BenchmarkTable _table;
    private readonly ISearchSpace _space;

    /// <summary>Prepares searches on a table.</summary>
    public SearchBenchmark(BenchmarkTable table, ISearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(space);
        _table = table;
        _space = space;
    }

    /// <summary>Runs every tuner on every task.</summary>
    /// <param name="tasks">The tasks, columns of the table.</param>
    /// <param name="tuners">Name and factory of each tuner, which is given what may be proposed and a seed.</param>
    /// <param name="options">The protocol.</param>
    /// <param name="progress">Receives the share that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops the searches.</param>
    /// <exception cref="InputException">A task is unknown or was not measured, or a row's text is not of the space.</exception>
    /// <exception cref="InvalidOperationException">A tuner proposed nothing that has a value.</exception>
    public IReadOnlyList<SearchResult> Run(
        IReadOnlyList<string> tasks,
        IReadOnlyList<(string Name, Func<SearchDomain, int, ITuner> Create)> tuners,
        SearchBenchmarkOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(tuners);
        options = (options ?? new SearchBenchmarkOptions()).Validated();
        var domains = tasks.Distinct().ToDictionary(task => task, task => SearchDomain.Of(_table, task, _space));
        Cell[] cells =
        [
            .. from task in tasks from tuner in tuners select new Cell(task, tuner.Name, tuner.Create, new Outcome[options.Repeats]),
        ];
        SideBySide.Run(
            cells.Length * options.Repeats,
            options.Parallelism,
            job =>
            {
                var (cell, repeat) = (cells[job % cells.Length], job / cells.Length);
                var experiment = new Experiment(
                    cell.Create(domains[cell.Task], options.Seed + repeat), new TableTrialRunner(_table, cell.Task));
                var result = experiment.Run(options.Trials, options.ParallelTrials, cancellationToken: cancellationToken);
                cell.Outcomes[repeat] = Judge(cell, result);
            },
            progress,
            cancellationToken);
        return [.. cells.Select(cell => cell.Summarize(options))];
    }

    private Outcome Judge(Cell cell, ExperimentResult result)
    {
        double[] values = [.. _table.Column(cell.Task).ToArray().Where(value => !double.IsNaN(value))];
        var found = result.Best
            ?? throw new InvalidOperationException($"The tuner '{cell.Tuner}' proposed nothing that has a value for task '{cell.Task}'.");
        var deviation = SampleStatistics.StandardDeviation(values);
        return new Outcome(
            1 + values.Count(value => value > found.Value),
            deviation > 0 ? (values.Max() - found.Value) / deviation : 0,
            result.TunerTime.TotalMilliseconds / result.Trials.Count,
            found.Architecture,
            found.Value);
    }

    private readonly record struct Outcome(int Rank, double Regret, double Milliseconds, Architecture Best, double Value);

    private sealed record Cell(string Task, string Tuner, Func<SearchDomain, int, ITuner> Create, Outcome[] Outcomes)
    {
        public SearchResult Summarize(SearchBenchmarkOptions options)
        {
            var best = Outcomes.MaxBy(outcome => outcome.Value);
            return new SearchResult
            {
                Task = Task,
                Tuner = Tuner,
                Trials = options.Trials,
                Repeats = options.Repeats,
                Rank = MeanAndDeviation.Of(Outcomes.Select(outcome => (double)outcome.Rank)),
                WorstRank = Outcomes.Max(outcome => outcome.Rank),
                Regret = MeanAndDeviation.Of(Outcomes.Select(outcome => outcome.Regret)),
                TunerMillisecondsPerTrial = Outcomes.Average(outcome => outcome.Milliseconds),
                Best = best.Best,
                BestValue = best.Value,
            };
        }
    }
}
