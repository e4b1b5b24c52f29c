using System.Diagnostics;
using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Models;
using Surrogates.Numerics;

namespace Surrogates.Evaluation.Protocols;

/// <summary>
/// Evaluates kinds of surrogates on held-out rows of a table. From the test rows a task's values are read only to compare: everything
/// that is learned, scaled or calibrated comes from training rows.
/// </summary>
/// <example>
/// <code>
/// var evaluation = new SurrogateEvaluation(BenchmarkTable.Load("micro.csv"), SearchSpaces.Micro);
/// foreach (var result in evaluation.Run(["class_scene"], SurrogateTrainers.All, new EvaluationOptions { TrainSizes = [20, 100] }))
/// {
///     Console.WriteLine($"{result.Model} {result.TrainSize} {result.Spearman.Mean}");
/// }
/// </code>
/// </example>
public sealed class SurrogateEvaluation
{
    private readonly BenchmarkTable _table;
    private readonly ISearchSpace _space;
    private readonly Architecture[] _architectures;

    /// <summary>Prepares evaluations on a table.</summary>
    /// <exception cref="InputException">A row's text is not of the space.</exception>
    public SurrogateEvaluation(BenchmarkTable table, ISearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(space);
        _table = table;
        _space = space;
        _architectures = [.. table.Architectures.Select(space.Parse)];
    }

    /// <summary>Evaluates every model on every task at every training size.</summary>
    /// <param name="tasks">The tasks, columns of the table.</param>
    /// <param name="models">The kinds of surrogates.</param>
    /// <param name="options">The protocol.</param>
    /// <param name="progress">Receives the share that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    /// <exception cref="InputException">A task is unknown, or has too few rows to train and test on.</exception>
    public IReadOnlyList<EvaluationResult> Run(
        IReadOnlyList<string> tasks,
        IReadOnlyList<ISurrogateTrainer> models,
        EvaluationOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(models);
        options = (options ?? new EvaluationOptions()).Validated();
        var split = new TableSplit(_architectures, options.Split);
        Cell[] cells =
        [
            .. from task in tasks
               from size in options.TrainSizes
               from model in models
               select new Cell(task, size, model, new Outcome[options.Repeats]),
        ];
        foreach (var task in tasks)
        {
            RequireRows(task, options.TrainSizes.Max());
        }

        SideBySide.Run(
            cells.Length * options.Repeats,
            options.Parallelism,
            job => cells[job % cells.Length].Outcomes[job / cells.Length] = Evaluate(
                cells[job % cells.Length], split, options, job / cells.Length, cancellationToken),
            progress,
            cancellationToken);
        return [.. cells.Select(cell => cell.Summarize())];
    }

    private Outcome Evaluate(Cell cell, TableSplit split, EvaluationOptions options, int repeat, CancellationToken cancellationToken)
    {
        var values = _table.Column(cell.Task).ToArray();
        var measured = Array.ConvertAll(values, value => !double.IsNaN(value));
        var (training, test) = split.Draw(measured, cell.TrainSize, options.Seed, repeat);
        if (test.Length < 2)
        {
            throw new InputException(
                $"{_table.Name}, task '{cell.Task}': {test.Length} row(s) are left to test on after training on {training.Length}");
        }

        var set = new TrainingSet(
            _space, cell.Task, [.. training.Select(row => _architectures[row])], [.. training.Select(row => values[row])]);
        var clock = Stopwatch.GetTimestamp();
        var surrogate = cell.Model.Fit(
            set,
            new SurrogateOptions { Encoding = options.Encoding, Features = options.Features, Seed = unchecked((options.Seed * 1000) + repeat) },
            cancellationToken);
        var fitSeconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        clock = Stopwatch.GetTimestamp();
        var predictions = surrogate.Predict([.. test.Select(row => _architectures[row])]);
        var predictSeconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;

        double[] predicted = [.. predictions.Select(prediction => prediction.Score)];
        double[] actual = [.. test.Select(row => values[row])];
        var deviation = SampleStatistics.StandardDeviation([.. values.Where(value => !double.IsNaN(value))]);
        return new Outcome(
            RankCorrelation.KendallTauB(predicted, actual),
            RankCorrelation.Spearman(predicted, actual),
            RankingMetrics.PrecisionAtK(predicted, actual, 10),
            deviation > 0 ? RankingMetrics.RegretAtK(predicted, actual, 1, deviation) : 0,
            deviation > 0 ? RankingMetrics.RegretAtK(predicted, actual, 10, deviation) : 0,
            Calibration.Coverage(actual, [.. predictions.Select(p => p.Lower)], [.. predictions.Select(p => p.Upper)]),
            fitSeconds,
            predictSeconds,
            test.Length);
    }

    private void RequireRows(string task, int trainSize)
    {
        var measured = _table.MeasuredCount(task);
        if (measured - 2 < trainSize)
        {
            throw new InputException(
                $"{_table.Name}, task '{task}': {measured} measured rows; training on {trainSize} and testing needs at least {trainSize + 2L}");
        }
    }

    private readonly record struct Outcome(
        double Kendall,
        double Spearman,
        double PrecisionAt10,
        double RegretAt1,
        double RegretAt10,
        double Coverage90,
        double FitSeconds,
        double PredictSeconds,
        int Candidates);

    private sealed record Cell(string Task, int TrainSize, ISurrogateTrainer Model, Outcome[] Outcomes)
    {
        public EvaluationResult Summarize() => new()
        {
            Task = Task,
            Model = Model.Name,
            TrainSize = TrainSize,
            Repeats = Outcomes.Length,
            Kendall = MeanAndDeviation.Of(Outcomes.Select(outcome => outcome.Kendall)),
            Spearman = MeanAndDeviation.Of(Outcomes.Select(outcome => outcome.Spearman)),
            PrecisionAt10 = MeanAndDeviation.Of(Outcomes.Select(outcome => outcome.PrecisionAt10)),
            RegretAt1 = MeanAndDeviation.Of(Outcomes.Select(outcome => outcome.RegretAt1)),
            RegretAt10 = MeanAndDeviation.Of(Outcomes.Select(outcome => outcome.RegretAt10)),
            Coverage90 = MeanAndDeviation.Of(Outcomes.Select(outcome => outcome.Coverage90)),
            FitSeconds = Outcomes.Average(outcome => outcome.FitSeconds),
            PredictSeconds = Outcomes.Average(outcome => outcome.PredictSeconds),
            Candidates = (int)Math.Round(Outcomes.Average(outcome => outcome.Candidates)),
        };
    }
}
