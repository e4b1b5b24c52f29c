using System.CommandLine;
using Surrogates.Benchmarks;

namespace Surrogates.Cli.Options;

/// <summary><c>--task</c>: names of a table's tasks.</summary>
internal static class TaskOption
{
    /// <summary>For a command that does several, by default all of the table's.</summary>
    public static Option<IReadOnlyList<string>> Several() =>
        CliOption.Names("--task", "Tasks, with commas between them; by default all of the table's.", "TASK,TASK");

    /// <summary>For a command that does one.</summary>
    public static Option<string?> One() => CliOption.Text("--task", "Task; may be left out where the table has just one.", "TASK");

    /// <summary>The tasks of these names, all of the table's where none is named.</summary>
    /// <exception cref="InputException">The table has no such task.</exception>
    public static IReadOnlyList<string> SelectTasks(this BenchmarkTable table, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            // Throws with the tasks there are.
            table.Column(name);
        }

        return names.Count > 0 ? names : table.Tasks;
    }

    /// <summary>The task of this name, or the only one that the table has.</summary>
    /// <exception cref="InputException">The table has no such task, or several to choose from.</exception>
    public static string SelectTask(this BenchmarkTable table, string? name) =>
        name is not null ? table.SelectTasks([name])[0]
        : table.Tasks is [var only] ? only
        : throw new InputException($"{table.Name} has {table.Tasks.Count} tasks; name one with --task: {string.Join(", ", table.Tasks)}");
}
