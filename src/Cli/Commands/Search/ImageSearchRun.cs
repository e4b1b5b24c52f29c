using System.CommandLine;
using Surrogates.Architectures;
using Surrogates.AutoML.Confirmation;
using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Tuners;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Torch;

namespace Surrogates.Cli.Commands.Search;

/// <summary>
/// Searches for the best network for a user's images: trials are real trainings, finalists are confirmed, the best is saved.
/// </summary>
internal sealed class ImageSearchRun
{
    private readonly SharedSearchOptions _shared;
    private readonly SpaceOption _space;
    private readonly ImageOptions _images = new(isOptional: false);
    private readonly NetworkOptionSet _network = new();
    private readonly Option<TimeSpan?> _time = DurationOption.Create(
        "--time", "With --data: no trial begins after this time; confirmation follows.");
    private readonly Option<int?> _confirm = CliOption.OptionalNumber(
        "--confirm", "With --data: how many of the most promising trials to train fully; default 3.", minimum: 1);
    private readonly Option<int?> _seeds = CliOption.OptionalNumber(
        "--seeds", "With --data: full trainings of each finalist, and as many again of winner and baseline; default 3.", minimum: 1);

    private readonly Option<IReadOnlyList<string>> _proxies = ProxyOption.Create(
        "With --data: zero-cost proxies to compute of all networks before the trials, as columns of the surrogate; none by default");

    private readonly Option<string?> _baseline = CliOption.Text(
        "--baseline", "With --data: what you would take without a search; by default convolutions of 3×3 throughout.", "ARCH");
    private readonly Option<string?> _output = CliOption.Text(
        "--output", "With --data: the folder to write: best.zip (an ML.NET model), trials.csv, summary.md.", "DIR");

    public ImageSearchRun(Command command, SharedSearchOptions shared, SpaceOption space)
    {
        (_shared, _space) = (shared, space);
        _images.AddTo(command);
        _network.AddTo(command);
        command.Add(_time);
        command.Add(_confirm);
        command.Add(_seeds);
        command.Add(_proxies);
        command.Add(_baseline);
        command.Add(_output);
    }

    /// <summary>Whether images were named.</summary>
    public bool IsAskedFor(ParseResult arguments) => _images.IsGiven(arguments);

    /// <summary>Refuses what has no meaning without images.</summary>
    /// <exception cref="InputException">Such an option was given.</exception>
    public void RefuseOwnOptions(ParseResult arguments)
    {
        foreach (var option in (Option[])[_time, _confirm, _seeds, _proxies, _baseline, _output, .. _images.Own, .. _network.Own])
        {
            if (arguments.GetResult(option) is { Implicit: false })
            {
                throw new InputException($"{option.Name} is for a search with images; name them with --data DIR");
            }
        }
    }

    public void Run(ParseResult arguments, CommandContext context)
    {
        var trials = arguments.GetValue(_shared.Trials) ?? new ImageSearchOptions().Trials;
        if (trials < 2)
        {
            throw new InputException($"--trials {trials}: a search with --data needs two or more");
        }

        // What needs no images is refused before they are read.
        var space = _space.Value(arguments) is { } name ? SearchSpaces.Load(name) : SearchSpaces.Micro;
        var baseline = arguments.GetValue(_baseline) is { } text ? space.Parse(text) : BaselineArchitectures.For(space);
        var taskName = One(arguments.GetValue(_shared.Tasks)!, "--task");
        var tuner = One(arguments.GetValue(_shared.Tuners)!, "--tuner") ?? new ImageSearchOptions().Tuner;
        var given = _shared.TunerOptions(arguments);
        _ = TunerCatalog.Get(tuner);
        var proxies = ProxyOption.Resolve(arguments.GetValue(_proxies)!);
        var folder = arguments.GetValue(_output) is { } output ? SearchFolder.Create(output) : null;
        TorchRuntime.EnsureLoaded();
        using var images = _images.Open(arguments, context);
        var task = ImageOptions.CreateTask(taskName, images);
        var training = _network.Resolve(arguments, task, context.Seed);
        var parallelism = arguments.GetValue(_shared.Parallel) ?? NetworkOptionSet.TrainingsSideBySide(training);
        var seeds = arguments.GetValue(_seeds) ?? new ConfirmationOptions().Seeds;
        var options = new ImageSearchOptions
        {
            Space = space,
            Tuner = tuner,
            TunerOptions = given with { InitialTrials = ImageSearchOptions.InitialTrialsFor(trials) },
            Proxies = proxies,
            Trials = trials,
            TrialTime = arguments.GetValue(_time),
            Finalists = arguments.GetValue(_confirm) ?? new ImageSearchOptions().Finalists,
            Baseline = baseline,
            Parallelism = parallelism,
            Seed = context.Seed,
            Confirmation = new ConfirmationOptions
            {
                Seeds = seeds,
                TestSeeds = seeds,
                Parallelism = parallelism,
                Training = training,
            },
        };
        folder?.Begin(task);
        var result = ImageSearchDisplay.Run(
            context, display => new ImageSearch(task, images, options).Run(display, folder, context.Cancellation));
        using var network = result.Confirmation.Network;
        folder?.Write(result);
        new ImageSearchReport(result, folder).Write(context);
    }

    private static string? One(IReadOnlyList<string> names, string option) => names switch
    {
        [] => null,
        [var name] => name,
        _ => throw new InputException($"{option}: a search with --data takes one"),
    };
}
