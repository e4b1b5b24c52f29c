using Surrogates.Cli.Hosting;
using Surrogates.Cli.Output;
using Surrogates.Training.Tasks;
using Surrogates.Training.ZeroCost;

namespace Surrogates.Cli.Commands.ZeroCost;

/// <summary>Zero-cost proxies as a table, as CSV, and as JSON: one element an architecture.</summary>
/// <param name="Task">The networks' task.</param>
/// <param name="Proxies">What was computed.</param>
/// <param name="IsSummary">Whether the table sums up many architectures: a line a proxy, with the architectures that rank highest.</param>
internal sealed record ZeroCostReport(ITrainingTask Task, IReadOnlyList<IZeroCostProxy> Proxies, bool IsSummary)
{
    private const int Best = 3;

    /// <summary>Writes the CSV.</summary>
    public void Save(IReadOnlyList<ZeroCostResult> results, string path) =>
        ZeroCostTable.Create(Path.GetFileNameWithoutExtension(path), results, Task, Proxies).Save(path);

    public void Write(IReadOnlyList<ZeroCostResult> results, string? output, CommandContext context)
    {
        if (output is not null)
        {
            Save(results, output);
        }

        context.Show(IsSummary ? Summarize(results) : List(results));
        if (IsSummary)
        {
            context.Line($"{results.Count:N0} architectures, task {Task.Name}; that a value is high does not say that it is good");
        }

        if (output is not null)
        {
            context.Note($"Wrote {output}; 'evaluate' and 'search' take it with --features {output}.");
        }

        context.WriteJson([.. results.Select(result => new Element(result.Architecture.Text, Task.Name, result.Values, result.Seconds))]);
    }

    // Thirteen columns would not fit beside the architecture.
    private ResultTable List(IReadOnlyList<ZeroCostResult> results)
    {
        var table = new ResultTable().Text("architecture").Text("proxy").Number("value").Number("time").Text("what it is");
        foreach (var result in results)
        {
            foreach (var proxy in Proxies)
            {
                table.Row(
                    proxy == Proxies[0] ? result.Architecture.Text : "",
                    proxy.Name,
                    Numerals.Value(result.Values[proxy.Name]),
                    Numerals.Seconds(result.Seconds[proxy.Name]),
                    result == results[0] ? proxy.Description : "");
            }
        }

        return table;
    }

    private ResultTable Summarize(IReadOnlyList<ZeroCostResult> results)
    {
        var table = new ResultTable().Text("proxy").Numbers(["missing", "lowest", "median", "highest", "time each"]).Text("highest");
        foreach (var proxy in Proxies)
        {
            ZeroCostResult[] ranked = [.. results.Where(result => !double.IsNaN(Value(result))).OrderByDescending(Value)];
            table.Row(
                proxy.Name,
                Numerals.Count(results.Count - ranked.Length),
                At(ranked.Length - 1),
                At(ranked.Length / 2),
                At(0),
                Numerals.Seconds(results.Average(result => result.Seconds[proxy.Name])),
                string.Join(' ', ranked.Take(Best).Select(result => result.Architecture.Text)));

            string At(int index) => ranked.Length == 0 ? Numerals.None : Numerals.Value(Value(ranked[index]));

            double Value(ZeroCostResult result) => result.Values[proxy.Name];
        }

        return table;
    }

    private sealed record Element(
        string Arch, string Task, IReadOnlyDictionary<string, double> Proxies, IReadOnlyDictionary<string, double> Seconds);
}
