namespace Surrogates.Benchmarks;

/// <summary>The content of the official file: names, and numbers by position.</summary>
/// <param name="Spaces">The search spaces.</param>
/// <param name="Tasks">The tasks, each with the names of its metrics.</param>
/// <param name="InfoNames">The names of what is known of each network.</param>
internal sealed record TransNasData(
    IReadOnlyList<TransNasSpace> Spaces,
    IReadOnlyList<TransNasTask> Tasks,
    IReadOnlyList<string> InfoNames)
{
    /// <summary>All curves of an architecture, over the tasks.</summary>
    public int CurvesPerArchitecture { get; } = Tasks.Sum(task => task.Metrics.Count);
}

/// <summary>A task of the official file.</summary>
/// <param name="Name">The name of the task.</param>
/// <param name="Metrics">The names of its metrics.</param>
/// <param name="FirstCurve">The place of its first metric among the curves of an architecture.</param>
internal sealed record TransNasTask(string Name, IReadOnlyList<string> Metrics, int FirstCurve);

/// <summary>A search space of the official file. The arrays are row by row, one row an architecture.</summary>
/// <param name="Name">The name of the space.</param>
/// <param name="Architectures">The text of each architecture.</param>
/// <param name="Curves">The curves of all metrics of all tasks; empty where the file has none.</param>
/// <param name="Infos">What is known of the networks of all tasks; NaN where the file has nothing.</param>
/// <param name="TotalEpochs">The epochs of the trainings on all tasks; 0 where there was none.</param>
internal sealed record TransNasSpace(
    string Name,
    IReadOnlyList<string> Architectures,
    ReadOnlyMemory<double>[] Curves,
    double[] Infos,
    int[] TotalEpochs);
