using Surrogates.Architectures;
using Surrogates.Benchmarks;

namespace Surrogates.AutoML.Trials;

/// <summary>Looks a task's value up in a table: a search costs nothing, and its result can be compared with the true best.</summary>
public sealed class TableTrialRunner : ITrialRunner
{
    private readonly BenchmarkTable _table;
    private readonly string _task;

    /// <summary>Creates the runner.</summary>
    /// <exception cref="InputException">The table has no such task.</exception>
    public TableTrialRunner(BenchmarkTable table, string task)
    {
        ArgumentNullException.ThrowIfNull(table);
        _ = table.Column(task);
        _table = table;
        _task = task;
    }

    /// <inheritdoc/>
    public TrialResult Run(Architecture architecture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        var row = _table.IndexOf(architecture.Text);
        return new TrialResult(architecture, row < 0 ? double.NaN : _table.Value(row, _task));
    }
}
