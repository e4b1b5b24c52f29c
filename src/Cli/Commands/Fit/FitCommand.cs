using System.CommandLine;
using System.Diagnostics;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;
using Surrogates.Models;

namespace Surrogates.Cli.Commands.Fit;

/// <summary>Trains a surrogate and saves it as an ML.NET model with a model card.</summary>
internal sealed class FitCommand : CliCommand
{
    private readonly TableOptions _table = new();
    private readonly Option<string?> _task = TaskOption.One();
    private readonly Option<string?> _model = ModelOption.One();
    private readonly Option<string> _output = CliOption.RequiredText(
        "--output", "The ML.NET model file to write; its model card is written beside it.", "M.zip");

    private readonly Option<int?> _trainSize = CliOption.OptionalNumber(
        "--train-size", "Train on N architectures that the seed draws; by default on all that were measured.", minimum: 2);

    private readonly Option<string?> _features = FeaturesOption.Create();

    public FitCommand()
        : base("fit", "Trains a surrogate on a table and saves it as an ML.NET model with a model card.")
    {
        _table.AddTo(this);
        Add(_task);
        Add(_model);
        Add(_output);
        Add(_trainSize);
        Add(_features);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "fit --benchmark micro.csv --task class_scene --output scene.zip",
        "fit --benchmark micro.csv --task jigsaw --model fasttree --train-size 200 --seed 7 --output jigsaw.zip",
        "fit --benchmark micro.csv --task normal --features micro_proxies.csv --output normal.zip",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        var output = arguments.GetValue(_output)!;
        OutputFile.RequireFolder(output);
        var card = ModelCard.PathFor(output);
        var trainer = ModelOption.Resolve(arguments.GetValue(_model));
        var table = _table.Load(arguments);
        var task = table.Table.SelectTask(arguments.GetValue(_task));
        var measured = table.Measured(task);
        var data = arguments.GetValue(_trainSize) is { } size ? Draw(measured, size, context.Seed) : measured;
        var options = new SurrogateOptions { Features = FeaturesOption.Load(arguments.GetValue(_features)), Seed = context.Seed };

        var validation = Validation.Run(trainer, data, options, context);
        var clock = Stopwatch.StartNew();
        var surrogate = context.Track($"fit {trainer.Name}", 1, _ => trainer.Fit(data, options, context.Cancellation));
        var seconds = clock.Elapsed.TotalSeconds;
        context.Cancellation.ThrowIfCancellationRequested();
        surrogate.Save(output);
        var result = new FitResult(trainer.Name, task, data.Values.Count, seconds, validation, output, card);
        OutputFile.WriteText(card, ModelCard.Write(surrogate, trainer, result, data, table.Table, context.Seed));
        result.Write(context);
        return Task.CompletedTask;
    }

    // The first N of one order: the draw for a smaller N is contained in that for a larger one.
    private static TrainingSet Draw(TrainingSet measured, int size, int seed)
    {
        if (size > measured.Values.Count)
        {
            throw new InputException($"--train-size {size}: task '{measured.Task}' has {measured.Values.Count} measured architectures");
        }

        int[] order = [.. Enumerable.Range(0, measured.Values.Count)];
        new Random(seed).Shuffle(order);
        return measured.Take(order[..size]);
    }
}
