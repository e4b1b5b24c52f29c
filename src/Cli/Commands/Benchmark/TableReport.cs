using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;

namespace Surrogates.Cli.Commands.Benchmark;

/// <summary>What a table holds.</summary>
internal sealed record TableReport(BenchmarkTable Table, string Path, string? Space, int? Networks, IReadOnlyList<TaskSummary> Tasks)
{
    /// <summary>The content of the whole table, also where some tasks of it are reported.</summary>
    public string ContentHash { get; init; } = Table.ContentHash;

    /// <summary>Whether the best are listed, and not just the one best.</summary>
    public bool ListsBest { get; init; }

    /// <summary>The name of the table that the tasks are compared with, or null.</summary>
    public string? Other { get; init; }

    public static TableReport Create(BenchmarkTable table, string path, string? space, int best)
    {
        // A table of a space that was not named has still much to say.
        var isKnown = space is not null || (table.Count > 0 && SearchSpaces.Infer(table.Architectures[0]) is not null);
        var read = isKnown && table.Count > 0 ? ArchitectureTable.Create(table, path, space) : null;
        var networks = read?.Architectures.Select(architecture => architecture.Canonical).Distinct().Count();
        var name = read?.Space.Name;
        return new(table, path, name, networks, [.. table.Tasks.Select(task => TaskSummary.Of(table, task, name, best))]);
    }

    /// <summary>The same, each task compared with that of its name in another table.</summary>
    public TableReport ComparedWith(BenchmarkTable other) =>
        this with { Other = other.Name, Tasks = [.. Tasks.Select(task => task.ComparedWith(other, Table))] };

    public void Write(CommandContext context)
    {
        context.Line($"{Path}: {Numerals.Count(Table.Count)} architectures{Describe()}; content {ContentHash[..12]}");
        context.Show(Summary());
        if (Tasks.Any(task => task.Spearman.Values.Any(double.IsFinite)))
        {
            context.Show(Correlations(), "Spearman correlation of tasks");
        }

        if (ListsBest)
        {
            foreach (var task in Tasks)
            {
                context.Show(Best(task), $"Best of {task.Task}");
            }
        }

        context.WriteJson(Tasks);
    }

    private string Describe() =>
        Space is null ? " of a space that was not named" : $" of the space {Space}, {Numerals.Count(Networks ?? 0)} different networks";

    private ResultTable Summary()
    {
        var table = new ResultTable().Text("task").Numbers(["measured", "lowest", "median", "highest"]).Text("best architecture");
        _ = Other is null ? table : table.Number($"Spearman with {Other}");
        foreach (var task in Tasks)
        {
            table.Row([
                task.Task,
                Numerals.Count(task.Measured),
                Numerals.Value(task.Minimum),
                Numerals.Value(task.Median),
                Numerals.Value(task.Maximum),
                task.Best is [var best, ..] ? best.Arch : Numerals.None,
                .. task.SpearmanWithOther is { } spearman ? [Numerals.Correlation(spearman)] : Array.Empty<string>(),
            ]);
        }

        return table;
    }

    private ResultTable Correlations()
    {
        var table = new ResultTable().Text("task").Numbers(Tasks.Select(task => task.Task));
        foreach (var task in Tasks)
        {
            table.Row([
                task.Task,
                .. Tasks.Select(other => other == task ? "1" : Numerals.Correlation(task.Spearman[other.Task])),
            ]);
        }

        return table;
    }

    private static ResultTable Best(TaskSummary task)
    {
        var table = new ResultTable().Number("rank").Text("architecture").Number("value");
        for (var i = 0; i < task.Best.Count; i++)
        {
            table.Row(Numerals.Count(i + 1), task.Best[i].Arch, Numerals.Value(task.Best[i].Value));
        }

        return table;
    }
}
