using System.CommandLine;
using Surrogates.Architectures;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Models;

namespace Surrogates.Cli.Commands.Predict;

/// <summary>Predicts architectures with a saved surrogate.</summary>
internal sealed class PredictCommand : CliCommand
{
    // What fits in memory and is scored within minutes.
    private const int MaximumArchitectures = 2_000_000;

    private readonly Argument<string[]> _architectures = new("ARCH")
    {
        Description = "Architectures to predict.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _model = CliOption.RequiredText("--model", "A surrogate that 'fit' wrote.", "M.zip");
    private readonly Option<bool> _all = new("--all") { Description = "Predict every architecture of the model's search space." };
    private readonly Option<int?> _top = CliOption.OptionalNumber(
        "--top", "Only the best K different networks; of equal networks the first is listed.", minimum: 1);

    private readonly Option<string?> _features = FeaturesOption.Create();

    public PredictCommand()
        : base("predict", "Predicts architectures with a saved surrogate, best first, with uncertainty.")
    {
        Add(_architectures);
        Add(_model);
        Add(_all);
        Add(_top);
        Add(_features);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "predict --model scene.zip 64-41414-1_01_302 64-41414-3_33_333",
        "predict --model scene.zip --all --top 10",
        "predict --model normal.zip --all --top 10 --features micro_proxies.csv --json best.json",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        var texts = arguments.GetValue(_architectures) ?? [];
        var isAll = arguments.GetValue(_all);
        if (isAll != (texts.Length == 0))
        {
            throw new InputException(
                isAll ? "--all does not go with architectures that are named" : "nothing to predict: name architectures, or give --all");
        }

        var surrogate = Load(arguments);
        var architectures = isAll ? Enumerate(surrogate.Space) : [.. texts.Distinct().Select(surrogate.Space.Parse)];
        context.Cancellation.ThrowIfCancellationRequested();
        new PredictionReport(surrogate, RankedPrediction.Rank(architectures, surrogate.Predict(architectures), arguments.GetValue(_top)))
            .Write(context);
        return Task.CompletedTask;
    }

    private Surrogate Load(ParseResult arguments)
    {
        var path = arguments.GetValue(_model)!;
        var surrogate = Surrogate.Load(path);
        var features = FeaturesOption.Load(arguments.GetValue(_features));
        return features is null ? surrogate
            : surrogate.Columns.Count > 0 ? surrogate.WithFeatures(features)
            : throw new InputException($"{path}: was trained without joined columns; leave out --features");
    }

    private static Architecture[] Enumerate(ISearchSpace space) =>
        space.Count <= MaximumArchitectures
            ? [.. space.Enumerate()]
            : throw new InputException(
                $"--all: the space '{space.Name}' has {space.Count} architectures, more than {MaximumArchitectures}; name some");
}
