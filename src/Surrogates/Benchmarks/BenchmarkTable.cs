namespace Surrogates.Benchmarks;

/// <summary>
/// Results of architectures on tasks: one row an architecture, one column a task, higher is better,
/// NaN where an architecture was not measured. A table never changes.
/// </summary>
/// <example>
/// <code>
/// var table = BenchmarkTable.Load("micro.csv");
/// foreach (var best in table.Best("jigsaw", 3))
/// {
///     Console.WriteLine($"{best.Architecture} {best.Value}");
/// }
/// </code>
/// </example>
public sealed partial class BenchmarkTable
{
    private readonly NumericColumns _columns;
    private readonly Lazy<string> _contentHash;

    /// <summary>Creates a table from its columns, which are copied.</summary>
    /// <param name="name">The name of the table, for messages and reports.</param>
    /// <param name="architectures">The text of each architecture, no two the same.</param>
    /// <param name="tasks">The tasks, no two the same.</param>
    /// <param name="columns">For each task, a value for each architecture: finite, or NaN for not measured.</param>
    /// <exception cref="ArgumentException">The lengths differ, a name appears twice, or a value is infinite.</exception>
    public BenchmarkTable(
        string name,
        IReadOnlyList<string> architectures,
        IReadOnlyList<string> tasks,
        IReadOnlyList<IReadOnlyList<double>> columns)
        : this(name, new NumericColumns([.. architectures], [.. tasks], [.. columns.Select(column => column.ToArray())]))
    {
        if (columns.Any(column => column.Any(double.IsInfinity)))
        {
            throw new ArgumentException("A value is infinite; give a finite number, or NaN for not measured.", nameof(columns));
        }
    }

    internal BenchmarkTable(string name, NumericColumns columns)
    {
        Name = name;
        _columns = columns;
        Architectures = Array.AsReadOnly(columns.Architectures);
        Tasks = Array.AsReadOnly(columns.Names);
        _contentHash = new(columns.Hash);
    }

    /// <summary>The name of the table: its file's, without folder and extension, where it was read from one.</summary>
    public string Name { get; }

    /// <summary>The text of each architecture, in the order of the rows.</summary>
    public IReadOnlyList<string> Architectures { get; }

    /// <summary>The tasks, in the order of the columns.</summary>
    public IReadOnlyList<string> Tasks { get; }

    /// <summary>The number of rows.</summary>
    public int Count => Architectures.Count;

    /// <summary>
    /// The SHA-256 of the content, as 64 hexadecimal digits: the same for two tables with the same architectures,
    /// tasks and values, whatever their names and the order of their rows and columns.
    /// </summary>
    public string ContentHash => _contentHash.Value;

    /// <summary>The row of an architecture, or −1 where the table lacks it. Takes the same time for every row.</summary>
    public int IndexOf(string architecture) => _columns.RowOf(architecture);

    /// <summary>Whether the table has a column for the task.</summary>
    public bool HasTask(string task) => _columns.ColumnOf(task) >= 0;

    /// <summary>The value of a row on a task; NaN where it was not measured.</summary>
    /// <exception cref="InputException">The table has no such task.</exception>
    /// <exception cref="IndexOutOfRangeException">The table has no such row.</exception>
    public double Value(int row, string task) => Column(task)[row];

    /// <summary>The values of all rows on a task; NaN where a row was not measured.</summary>
    /// <exception cref="InputException">The table has no such task.</exception>
    public ReadOnlySpan<double> Column(string task) => _columns.Column(TaskIndex(task));

    /// <summary>The number of rows with a value for the task.</summary>
    /// <exception cref="InputException">The table has no such task.</exception>
    public int MeasuredCount(string task)
    {
        var count = 0;
        foreach (var value in Column(task))
        {
            count += double.IsNaN(value) ? 0 : 1;
        }

        return count;
    }

    /// <summary>The best measured rows of a task, best first; of equal values, the earlier row first.</summary>
    /// <exception cref="InputException">The table has no such task.</exception>
    public IReadOnlyList<RankedArchitecture> Best(string task, int count) => Ranking.Best(Architectures, Column(task), count);

    /// <summary>The table with only these tasks, in this order.</summary>
    /// <exception cref="InputException">The table lacks a task.</exception>
    /// <exception cref="ArgumentException">A task is given twice.</exception>
    public BenchmarkTable WithTasks(params IEnumerable<string> tasks) =>
        new(Name, _columns.WithColumns([.. tasks.Select(TaskIndex)]));

    /// <summary>The table with only these rows, in this order.</summary>
    /// <exception cref="IndexOutOfRangeException">The table lacks a row.</exception>
    /// <exception cref="ArgumentException">A row is given twice.</exception>
    public BenchmarkTable WithRows(params IEnumerable<int> rows)
    {
        int[] selected = [.. rows];
        var architectures = Array.ConvertAll(selected, row => _columns.Architectures[row]);
        return new(Name, new NumericColumns(architectures, _columns.Names, _columns.Gather(selected)));
    }

    private int TaskIndex(string task)
    {
        var index = _columns.ColumnOf(task);
        return index >= 0
            ? index
            : throw new InputException($"{Name} has no task {Quoted.Show(task)}; it has {Quoted.List(Tasks)}.");
    }
}
