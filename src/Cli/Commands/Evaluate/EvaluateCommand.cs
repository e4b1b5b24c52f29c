using System.CommandLine;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;
using Surrogates.Evaluation.Protocols;

namespace Surrogates.Cli.Commands.Evaluate;

/// <summary>Measures how well kinds of surrogates predict held-out architectures of a table.</summary>
internal sealed class EvaluateCommand : CliCommand
{
    private readonly TableOptions _table = new();
    private readonly Option<IReadOnlyList<string>> _tasks = TaskOption.Several();
    private readonly Option<IReadOnlyList<string>> _models = ModelOption.Several();
    private readonly Option<IReadOnlyList<int>> _trainSizes = CliOption.WholeNumbers(
        "--train-size", "How many architectures to train on, with commas between several; all other rows are the test.", [100], minimum: 2);

    private readonly Option<int> _repeats = CliOption.WholeNumber(
        "--repeats", "How often to repeat, each time with other training architectures.", 10, minimum: 1);

    private readonly Option<string> _split = ChoiceOption.Create(
        "--split",
        "What is kept together: 'string' draws rows; 'network' draws groups of equal networks, so that none is in both parts.",
        "string",
        "network");

    private readonly Option<string> _sources = SourcesOption.Create();
    private readonly Option<string?> _features = FeaturesOption.Create();

    public EvaluateCommand()
        : base("evaluate", "Measures how well surrogates predict held-out architectures of a table.")
    {
        _table.AddTo(this);
        Add(_tasks);
        Add(_models);
        Add(_trainSizes);
        Add(_repeats);
        Add(_split);
        Add(_sources);
        Add(_features);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "evaluate --benchmark micro.csv --train-size 20,100",
        "evaluate --benchmark micro.csv --task class_scene,jigsaw --model ensemble,fasttree --split network --json scores.json",
        "evaluate --benchmark micro.csv --features micro_proxies.csv",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        var models = ModelOption.Resolve(arguments.GetValue(_models)!);
        var features = FeaturesOption.Load(arguments.GetValue(_features));
        var table = _table.Load(arguments);
        var tasks = table.Tasks(arguments.GetValue(_tasks)!);
        var options = new EvaluationOptions
        {
            TrainSizes = arguments.GetValue(_trainSizes)!,
            Repeats = arguments.GetValue(_repeats),
            Split = arguments.GetValue(_split) == "network" ? SplitKind.Network : SplitKind.String,
            Features = features,
            Seed = context.Seed,
        };

        var evaluation = new SurrogateEvaluation(table.Table, table.Space);
        var fits = tasks.Count * models.Count * options.TrainSizes.Count * options.Repeats;
        var results = context.Track(
            "evaluate",
            fits,
            progress => evaluation.Run(tasks, models, options, new ShareProgress(progress, fits), context.Cancellation));
        new EvaluationReport(table.Space.Name, arguments.GetValue(_sources)!, arguments.GetValue(_split)!, features?.Name, results).Write(context);
        return Task.CompletedTask;
    }
}
