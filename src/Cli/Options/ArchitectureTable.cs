using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Models;

namespace Surrogates.Cli.Options;

/// <summary>A table of results whose texts are known to be architectures of one space.</summary>
internal sealed record ArchitectureTable(BenchmarkTable Table, ISearchSpace Space, IReadOnlyList<Architecture> Architectures)
{
    /// <summary>Reads the architecture of every row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">Its file, for messages.</param>
    /// <param name="space">The space's name or file; null infers it from the first row.</param>
    /// <exception cref="InputException">The space is not known, or a row is not one of it; the message names file and row.</exception>
    public static ArchitectureTable Create(BenchmarkTable table, string path, string? space)
    {
        if (table.Count == 0)
        {
            throw new InputException($"{path}: the table has no rows");
        }

        var row = 1;
        try
        {
            var resolved = SpaceOption.Resolve(space, table.Architectures[0]);
            var architectures = new List<Architecture>(table.Count);
            for (; row <= table.Count; row++)
            {
                architectures.Add(resolved.Parse(table.Architectures[row - 1]));
            }

            return new(table, resolved, architectures);
        }
        catch (InputException exception) when (space is null || exception is ArchitectureFormatException)
        {
            throw new InputException($"{path}: row {row}: {exception.Message}", exception);
        }
    }

    /// <summary>The tasks of these names, all of the table's where none is named.</summary>
    /// <exception cref="InputException">The table has no such task.</exception>
    public IReadOnlyList<string> Tasks(IReadOnlyList<string> names) => Table.SelectTasks(names);

    /// <summary>The measured rows of a task.</summary>
    /// <exception cref="InputException">The table has no such task.</exception>
    public TrainingSet Measured(string task) => TrainingSet.From(Table, task, Space);
}
