using System.CommandLine;
using Surrogates.Benchmarks;

namespace Surrogates.Cli.Options;

/// <summary>Which table of results a command reads, and what of it: <c>--metric</c>, <c>--epoch</c> and <c>--space</c>.</summary>
internal sealed class TableOptions
{
    private const string TableHelp =
        "Table of results: a CSV (arch and a column a task, higher is better) or TransNAS-Bench-101's official .pth.";

    private readonly Argument<string> _argument = new("TABLE") { Description = TableHelp };
    private readonly Option<string?> _option = CliOption.Text("--benchmark", TableHelp, "TABLE");
    private readonly Option<string?> _metric = CliOption.Text(
        "--metric", "Metric to take from a .pth, such as test_top1; by default each task's validation metric.", "NAME");

    private readonly Option<string?> _epoch = CliOption.Text(
        "--epoch", "Epoch to take from a .pth: final (the default), best, or a number counted from 0.", "EPOCH");

    /// <summary>The search space: which one of a .pth, and how a CSV's architectures are read.</summary>
    public SpaceOption Space { get; init; } = new();

    /// <summary>Adds <c>--benchmark</c>; a command that can do without a table does not require it.</summary>
    public void AddTo(Command command, bool isRequired = true)
    {
        _option.Required = isRequired;
        command.Add(_option);
        AddChoices(command);
    }

    /// <summary>Adds the table as an argument, for a command that is about a table.</summary>
    public void AddAsArgument(Command command)
    {
        command.Add(_argument);
        AddChoices(command);
    }

    /// <summary>The path of the table; null where a command that does not require one was given none.</summary>
    public string? Path(ParseResult arguments) =>
        arguments.GetResult(_argument) is not null ? arguments.GetValue(_argument) : arguments.GetValue(_option);

    /// <summary>Reads the table and every row's architecture.</summary>
    /// <exception cref="InputException">The table, or an architecture of it, cannot be read.</exception>
    public ArchitectureTable Load(ParseResult arguments) =>
        ArchitectureTable.Create(Read(arguments), Path(arguments)!, Space.Value(arguments));

    /// <summary>Reads the table alone.</summary>
    /// <exception cref="InputException">The table cannot be read.</exception>
    public BenchmarkTable Read(ParseResult arguments) =>
        BenchmarkTable.Load(
            Path(arguments)!, new() { Metric = Metric(arguments), Epoch = Epoch(arguments), Space = Space.Value(arguments) });

    /// <summary>The metric that was asked for.</summary>
    public string? Metric(ParseResult arguments) => arguments.GetValue(_metric);

    /// <summary>The epoch that was asked for.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public BenchmarkEpoch? Epoch(ParseResult arguments) => arguments.GetValue(_epoch) is { } text ? BenchmarkEpoch.Parse(text) : null;

    /// <summary>The option that chooses what of a table is read, where one was given.</summary>
    public string? Choice(ParseResult arguments) =>
        new Option[] { _metric, _epoch }.FirstOrDefault(option => arguments.GetResult(option) is not null)?.Name;

    private void AddChoices(Command command)
    {
        command.Add(_metric);
        command.Add(_epoch);
        Space.AddTo(command);
    }
}
