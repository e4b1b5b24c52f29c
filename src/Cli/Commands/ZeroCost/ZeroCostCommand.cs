using System.CommandLine;
using Surrogates.Architectures;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;
using Surrogates.Torch;
using Surrogates.Training.Data;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;
using Surrogates.Training.ZeroCost;

namespace Surrogates.Cli.Commands.ZeroCost;

/// <summary>Computes zero-cost proxies of architectures, as a table of features for surrogates.</summary>
internal sealed class ZeroCostCommand : CliCommand
{
    // Tens of hours.
    private const int MaximumArchitectures = 200_000;

    private readonly Argument<string[]> _architectures = new("ARCH")
    {
        Description = "Architectures to compute.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _all = new("--all") { Description = "Compute every architecture of --space." };
    private readonly SpaceOption _space = new();
    private readonly Option<IReadOnlyList<string>> _proxies = ProxyOption.Create("Proxies, with commas between them, by default all");

    private readonly ImageOptions _images = new();
    private readonly Option<string?> _task = TrainingTaskOption.Create("The networks' task");
    private readonly NetworkSizeOptions _size = new(
        "Networks: small take a fraction of a second; transnas is the benchmark's own.", "compute");

    private readonly Option<int> _batch = CliOption.WholeNumber("--batch", "Images in the batch.", new ZeroCostOptions().BatchSize, minimum: 2);
    private readonly Option<string?> _output = CliOption.Text(
        "--output", "The CSV to write: a row an architecture, a column a proxy; 'evaluate' and 'search' take it with --features.", "F.csv");

    public ZeroCostCommand()
        : base("zero-cost", "Computes zero-cost proxies: what untrained networks tell of how they will perform.")
    {
        Add(_architectures);
        Add(_all);
        _space.AddTo(this);
        Add(_proxies);
        _images.AddTo(this);
        Add(_task);
        foreach (var option in _size.Own)
        {
            Add(option);
        }

        Add(_batch);
        Add(_output);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "zero-cost 64-41414-3_33_333 64-41414-1_02_333 --data photos",
        "zero-cost --all --space micro --proxy synflow,naswot,params --data photos --size 32 --output proxies.csv",
        "zero-cost 64-41414-3_33_333 --data photos --preset transnas --size 256 --batch 8 --task jigsaw --json proxies.json",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        var output = arguments.GetValue(_output);
        OutputFile.RequireFolder(output);
        var proxies = arguments.GetValue(_proxies) is { Count: > 0 } names ? ProxyOption.Resolve(names) : ZeroCostProxies.All;
        var architectures = Architectures(arguments);
        TorchRuntime.EnsureLoaded();
        using var images = _images.Open(arguments, context);
        var task = ImageOptions.CreateTask(arguments.GetValue(_task), images);
        var options = new ZeroCostOptions
        {
            Proxies = proxies,
            Network = _size.Resolve(arguments),
            BatchSize = arguments.GetValue(_batch),
            Seed = context.Seed,
            Device = _size.FindDevice(arguments),
        };
        var report = new ZeroCostReport(task, proxies, arguments.GetValue(_all));
        report.Write(Compute(architectures, task, images, options, report, output, context), output, context);
        return Task.CompletedTask;
    }

    private static IReadOnlyList<ZeroCostResult> Compute(
        IReadOnlyList<Architecture> architectures,
        ITrainingTask task,
        ImageSplits images,
        ZeroCostOptions options,
        ZeroCostReport report,
        string? output,
        CommandContext context)
    {
        var done = new Dictionary<Architecture, ZeroCostResult>();
        try
        {
            return context.Track("zero-cost", architectures.Count, steps => ZeroCostEvaluator.Evaluate(
                architectures,
                task,
                images.Train,
                options,
                new ImmediateProgress<ZeroCostProgress>(progress =>
                {
                    done[progress.Result.Architecture] = progress.Result;
                    steps.Report(progress.Done);
                }),
                context.Cancellation));
        }
        catch (OperationCanceledException) when (output is not null && done.Count > 0)
        {
            // In the order that they were asked for, as in a whole table.
            report.Save([.. architectures.Where(done.ContainsKey).Select(architecture => done[architecture])], output);
            context.Note($"Wrote {output} with the {done.Count} of {architectures.Count} architectures that were done.");
            throw;
        }
    }

    private IReadOnlyList<Architecture> Architectures(ParseResult arguments)
    {
        var texts = arguments.GetValue(_architectures) ?? [];
        var isAll = arguments.GetValue(_all);
        if (isAll != (texts.Length == 0))
        {
            throw new InputException(
                isAll ? "--all does not go with architectures that are named" : "nothing to compute: name architectures, or give --all");
        }

        if (!isAll)
        {
            var space = _space.Resolve(arguments, texts[0]);
            Backbones.RequireBuildable(space);
            return [.. texts.Select(space.Parse).Distinct()];
        }

        var whole = SearchSpaces.Load(_space.Value(arguments) ?? throw new InputException("--all: name the space with --space"));
        Backbones.RequireBuildable(whole);
        return whole.Count <= MaximumArchitectures
            ? [.. whole.Enumerate()]
            : throw new InputException(
                $"--all: the space '{whole.Name}' has {whole.Count} architectures, more than {MaximumArchitectures}; name some");
    }
}
