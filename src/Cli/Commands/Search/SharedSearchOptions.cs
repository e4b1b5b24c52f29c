using System.CommandLine;
using Surrogates.AutoML.Tuners;
using Surrogates.Cli.Options;

namespace Surrogates.Cli.Commands.Search;

/// <summary>Options that mean the same for a search on a table and one on images.</summary>
internal sealed class SharedSearchOptions
{
    /// <summary><c>--task</c>.</summary>
    public Option<IReadOnlyList<string>> Tasks { get; } = CliOption.Names(
        "--task", "Tasks, with commas between them: columns of the table, all by default; with --data one, by default what the labels suggest.", "TASK,TASK");

    /// <summary><c>--tuner</c>.</summary>
    public Option<IReadOnlyList<string>> Tuners { get; } = CliOption.Names(
        "--tuner", $"Tuners, with commas between them (with --data one): {string.Join(", ", TunerCatalog.All.Select(tuner => tuner.Name))}.", "NAME,NAME");

    /// <summary><c>--trials</c>.</summary>
    public Option<int?> Trials { get; } = CliOption.OptionalNumber(
        "--trials",
        "Trials of a search, the first ones, which stand for all networks, included; default 100, of a small table a tenth; with --data 20 short trainings.",
        minimum: 1);

    /// <summary><c>--model</c>.</summary>
    public Option<string?> Model { get; } = ModelOption.One(
        $"a Gaussian process over all networks that takes results as they come ('{TableSearchReport.DefaultModel}' in the JSON), or extratrees where they are too many");

    /// <summary><c>--sources</c>.</summary>
    public Option<string> Sources { get; } = SourcesOption.Create();

    /// <summary><c>--features</c>.</summary>
    public Option<string?> Features { get; } = FeaturesOption.Create();

    /// <summary><c>--parallel</c>.</summary>
    public Option<int?> Parallel { get; } = CliOption.OptionalNumber(
        "--parallel",
        "Trials side by side: the next is proposed without the results of those that run; default 1. With --data also full trainings; default one a processor.",
        minimum: 1);

    /// <summary><c>--objective</c>.</summary>
    public Option<string> Objective { get; } = ChoiceOption.Create(
        "--objective", "What is searched for; this version knows one objective.", "accuracy");

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        command.Add(Tasks);
        command.Add(Tuners);
        command.Add(Trials);
        command.Add(Model);
        command.Add(Sources);
        command.Add(Features);
        command.Add(Parallel);
        command.Add(Objective);
    }

    /// <summary>The settings of the surrogate tuner.</summary>
    public SurrogateTunerOptions TunerOptions(ParseResult arguments) => new()
    {
        Trainer = arguments.GetValue(Model) is { } model ? ModelOption.Resolve(model) : null,
        Features = FeaturesOption.Load(arguments.GetValue(Features)),
    };
}
