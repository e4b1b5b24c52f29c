namespace Surrogates.Benchmarks;

/// <summary>
/// The results of TransNAS-Bench-101 (Duan et al., CVPR 2021, arXiv 2105.11871), read from its official file
/// <c>transnas-bench_v10141024.pth</c> without Python: 7,352 architectures in two search spaces, trained on 7 tasks,
/// with every metric at every epoch.
/// </summary>
/// <remarks>
/// Answers come from indices in constant time. Epochs are counted from 0, and architectures have the numbers that
/// the official API gives them: in the order of the file. An instance never changes.
/// </remarks>
/// <example>
/// <code>
/// var benchmark = TransNasBenchmark.Load("transnas-bench_v10141024.pth");
/// var epoch = benchmark.BestEpoch("64-1234-basic", "jigsaw");
/// var test = benchmark.Metric("64-1234-basic", "jigsaw", "test_top1", BenchmarkEpoch.At(epoch));
/// </code>
/// </example>
public sealed partial class TransNasBenchmark
{
    private readonly TransNasData _data;
    private readonly TransNasIndex _index;

    private TransNasBenchmark(TransNasData data)
    {
        _data = data;
        _index = new(data);
        Spaces = Array.AsReadOnly([.. data.Spaces.Select(space => space.Name)]);
        Tasks = Array.AsReadOnly([.. data.Tasks.Select(task => task.Name)]);
    }

    /// <summary>The search spaces of the file: <c>macro</c> and <c>micro</c>.</summary>
    public IReadOnlyList<string> Spaces { get; }

    /// <summary>The tasks of the file.</summary>
    public IReadOnlyList<string> Tasks { get; }

    /// <summary>What is known of each network: <c>inference_time</c>, <c>encoder_params</c>, <c>model_params</c> and so on.</summary>
    public IReadOnlyList<string> InfoNames => _data.InfoNames;

    /// <summary>The number of architectures in all search spaces.</summary>
    public int Count => _index.Count;

    /// <summary>The architectures of a search space.</summary>
    /// <exception cref="InputException">The file has no such space.</exception>
    public IReadOnlyList<string> Architectures(string space) => _data.Spaces[_index.Space(space)].Architectures;

    /// <summary>The architecture of a number, counted over all search spaces.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public string ArchitectureAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return _index.ArchitectureAt(index);
    }

    /// <summary>The number of an architecture, counted over all search spaces; −1 where the file lacks it.</summary>
    public int IndexOf(string architecture) => _index.IndexOf(architecture);

    /// <summary>The search space of an architecture.</summary>
    /// <exception cref="InputException">The file has no such architecture.</exception>
    public string SpaceOf(string architecture) => _data.Spaces[_index.Architecture(architecture).Space].Name;

    /// <summary>The metrics of a task, such as <c>valid_top1</c>.</summary>
    /// <exception cref="InputException">The file has no such task.</exception>
    public IReadOnlyList<string> Metrics(string task) => _data.Tasks[_index.Task(task)].Metrics;

    /// <summary>The epochs for which an architecture was trained on a task; 0 where it was not.</summary>
    /// <exception cref="InputException">The file has no such architecture or task.</exception>
    public int TotalEpochs(string architecture, string task)
    {
        var (space, row) = _index.Architecture(architecture);
        return _data.Spaces[space].TotalEpochs[Cell(row, _index.Task(task))];
    }

    /// <summary>
    /// Something known of the network of an architecture for a task, in the units of the file; NaN where the file does not say.
    /// </summary>
    /// <exception cref="InputException">The file has no such architecture, task or info.</exception>
    public double ModelInfo(string architecture, string task, string info)
    {
        var (space, row) = _index.Architecture(architecture);
        return _data.Spaces[space].Infos[(Cell(row, _index.Task(task)) * InfoNames.Count) + _index.Info(info)];
    }

    /// <summary>A metric at every epoch, as the file has it; empty where the architecture was not trained on the task.</summary>
    /// <exception cref="InputException">The file has no such architecture, task or metric.</exception>
    public ReadOnlySpan<double> Curve(string architecture, string task, string metric)
    {
        var (space, row) = _index.Architecture(architecture);
        return Curve(space, row, _index.Curve(task, metric));
    }

    /// <summary>
    /// A metric at an epoch, as the file has it (so a loss is positive); NaN where there is none, and where the epoch is
    /// <see cref="BenchmarkEpoch.Best"/> and every value is NaN.
    /// </summary>
    /// <exception cref="InputException">The file has no such architecture, task or metric, or the training was shorter.</exception>
    public double Metric(string architecture, string task, string metric, BenchmarkEpoch epoch = default)
    {
        var (space, row) = _index.Architecture(architecture);
        return ValueAt(space, row, task, metric, epoch);
    }

    /// <summary>The epoch, counted from 0, at which a metric is best; −1 where it has no value.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="task">The task.</param>
    /// <param name="metric">The metric. Null, the default: the task's validation metric.</param>
    /// <exception cref="InputException">The file has no such architecture, task or metric.</exception>
    public int BestEpoch(string architecture, string task, string? metric = null)
    {
        metric ??= ValidationMetric(task);
        return TransNasMetrics.BestEpoch(metric, Curve(architecture, task, metric));
    }

    /// <summary>The best architectures of a search space on a task, best first, with the metric as the file has it.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="task">The task.</param>
    /// <param name="count">How many, at most.</param>
    /// <param name="metric">The metric. Null, the default: the task's validation metric.</param>
    /// <param name="epoch">The epoch at which each is compared; the last where it is not given.</param>
    /// <returns>The rows count within the search space. Architectures without a value are left out.</returns>
    /// <exception cref="InputException">The file has no such space, task or metric, or a training was shorter.</exception>
    public IReadOnlyList<RankedArchitecture> Best(
        string space, string task, int count, string? metric = null, BenchmarkEpoch epoch = default)
    {
        metric ??= ValidationMetric(task);
        var values = Values(_index.Space(space), task, metric, epoch);
        var best = Ranking.Best(Architectures(space), values, count);
        return TransNasMetrics.IsLowerBetter(metric) ? Array.ConvertAll(best, item => item with { Value = -item.Value }) : best;
    }

    /// <summary>The results of a search space as a table: one column a task, higher is better, so losses are negated.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="metric">
    /// The metric; tasks that lack it are left out. Null, the default: each task's validation metric.
    /// </param>
    /// <param name="epoch">The epoch; the last where it is not given.</param>
    /// <returns>A table in which values that are not finite, of trainings that diverged, count as not measured.</returns>
    /// <exception cref="InputException">The file has no such space, no task has the metric, or a training was shorter.</exception>
    public BenchmarkTable ToTable(string space, string? metric = null, BenchmarkEpoch epoch = default)
    {
        var spaceIndex = _index.Space(space);
        string[] tasks = [.. Tasks.Where(task => metric is null || Metrics(task).Contains(metric))];
        if (tasks.Length == 0)
        {
            throw new InputException(
                $"no task has the metric {Quoted.Show(metric ?? "")}; there are {Quoted.List([.. Tasks.SelectMany(Metrics).Distinct()])}.");
        }

        var columns = Array.ConvertAll(tasks, task => Values(spaceIndex, task, metric ?? ValidationMetric(task), epoch));
        foreach (var column in columns)
        {
            column.AsSpan().Replace(double.PositiveInfinity, double.NaN);
            column.AsSpan().Replace(double.NegativeInfinity, double.NaN);
        }

        return new(space, new NumericColumns([.. Architectures(space)], tasks, columns));
    }

    /// <summary>A metric of every architecture of a space, negated where lower is better.</summary>
    private double[] Values(int space, string task, string metric, BenchmarkEpoch epoch)
    {
        var sign = TransNasMetrics.IsLowerBetter(metric) ? -1 : 1;
        var values = new double[_data.Spaces[space].Architectures.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = sign * ValueAt(space, row, task, metric, epoch);
        }

        return values;
    }

    private double ValueAt(int space, int row, string task, string metric, BenchmarkEpoch epoch)
    {
        var curve = Curve(space, row, _index.Curve(task, metric));
        if (curve.IsEmpty)
        {
            return double.NaN;
        }

        var number = epoch.Number
            ?? (epoch == BenchmarkEpoch.Best ? TransNasMetrics.BestEpoch(metric, curve) : curve.Length - 1);
        if (number >= curve.Length)
        {
            throw new InputException(
                $"{metric} of {task} has the epochs 0 to {curve.Length - 1} for {_data.Spaces[space].Architectures[row]}, "
                + $"and no epoch {number}.");
        }

        return number < 0 ? double.NaN : curve[number];
    }

    private ReadOnlySpan<double> Curve(int space, int row, int curve) =>
        _data.Spaces[space].Curves[(row * _data.CurvesPerArchitecture) + curve].Span;

    private int Cell(int row, int task) => (row * Tasks.Count) + task;

    // The task first, so that an unknown one is told with the tasks of this file.
    private string ValidationMetric(string task)
    {
        _index.Task(task);
        return TransNasMetrics.Validation(task);
    }
}
