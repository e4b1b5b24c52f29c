using System.CommandLine;
using Surrogates.Architectures;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;
using Surrogates.Numerics;
using Surrogates.Torch;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Models;
using Surrogates.Training.Tasks;

namespace Surrogates.Cli.Commands.Train;

/// <summary>Really trains one architecture, over one or several seeds, and saves the best network as an ML.NET model.</summary>
internal sealed class TrainCommand : CliCommand
{
    private readonly Argument<string> _architecture = new("ARCH") { Description = "The architecture's text." };
    private readonly SpaceOption _space = new();
    private readonly ImageOptions _images = new();
    private readonly Option<string?> _task = TrainingTaskOption.Create("What to train for");

    private readonly NetworkOptionSet _network = new();
    private readonly Option<int> _seeds = CliOption.WholeNumber(
        "--seeds",
        "Train N times, from the seeds --seed, --seed + 1, …, side by side; the best on the validation images is saved.", 1, minimum: 1);
    private readonly Option<TimeSpan?> _time = DurationOption.Create(
        "--time", "The most time a training may take; epochs are reduced to what fits.");
    private readonly Option<int?> _patience = CliOption.OptionalNumber(
        "--patience", "End after N epochs without a better validation, and take the best epoch.", minimum: 1);

    private readonly Option<string?> _checkpoint = CliOption.Text(
        "--checkpoint",
        "A folder for the state after every epoch; the same command goes on from there. By default beside --output until that is written.",
        "DIR");

    private readonly Option<string?> _output = CliOption.Text(
        "--output", "The ML.NET model to write: an image in, the prediction out.", "M.zip");

    public TrainCommand()
        : base("train", "Really trains an architecture on images, and saves it as an ML.NET model.")
    {
        Add(_architecture);
        _space.AddTo(this);
        _images.AddTo(this);
        Add(_task);
        _network.AddTo(this);
        Add(_seeds);
        Add(_time);
        Add(_patience);
        Add(_checkpoint);
        Add(_output);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "train 64-41414-3_33_333 --data photos --output photos.zip",
        "train 64-41414-1_02_333 --data photos --size 96 --epochs 60 --seeds 3 --checkpoint state",
        "train 64-41414-3_33_333 --data photos --preset transnas --device cuda",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        var output = arguments.GetValue(_output);
        OutputFile.RequireFolder(output);
        var text = arguments.GetValue(_architecture)!;
        var architecture = _space.Resolve(arguments, text).Parse(text);
        TorchRuntime.EnsureLoaded();
        using var images = _images.Open(arguments, context);
        var task = ImageOptions.CreateTask(arguments.GetValue(_task), images);
        var checkpoint = arguments.GetValue(_checkpoint) ?? (output is null ? null : output + ".checkpoint");
        var options = _network.Resolve(arguments, task, context.Seed) with
        {
            TimeBudget = arguments.GetValue(_time),
            Patience = arguments.GetValue(_patience),
            CheckpointFolder = checkpoint,
        };
        var networks = new TrainedNetwork[arguments.GetValue(_seeds)];
        try
        {
            Train(architecture, task, images, options, networks, context);
            var report = TrainReport.Create(networks, images, options, context);
            if (output is not null)
            {
                report.Best(networks).Save(output);
            }

            // What is done needs no state to go on from; a folder that the user named is the user's.
            if (arguments.GetValue(_checkpoint) is null && Directory.Exists(checkpoint))
            {
                Directory.Delete(checkpoint, recursive: true);
            }

            report.Write(output, context);
        }
        catch (OperationCanceledException) when (checkpoint is not null)
        {
            context.Note($"The state after the last whole epoch is in {checkpoint}; the same command goes on from there.");
            throw;
        }
        finally
        {
            foreach (var network in networks)
            {
                network?.Dispose();
            }
        }

        return Task.CompletedTask;
    }

    private static void Train(
        Architecture architecture, ITrainingTask task, ImageSplits images, TrainingOptions options, TrainedNetwork[] networks, CommandContext context)
    {
        const int Steps = 1000;
        var shares = new double[networks.Length];
        var parallelism = NetworkOptionSet.TrainingsSideBySide(options);
        context.Track($"train {architecture}", Steps, progress =>
        {
            SideBySide.Run(
                networks.Length,
                parallelism,
                index =>
                {
                    var seed = options.Seed + index;
                    networks[index] = NetworkTrainer.Train(
                        architecture,
                        task,
                        images.Train,
                        images.Validation,
                        options with { Seed = seed },
                        new ImmediateProgress<TrainingProgress>(Report),
                        context.Cancellation);

                    void Report(TrainingProgress state)
                    {
                        lock (shares)
                        {
                            shares[index] = state.Share;
                            progress.Report((int)(Steps * shares.Average()));
                            if (state.Completed is { } epoch)
                            {
                                context.Note(EpochLine.Of(epoch, state.Epochs, networks.Length > 1 ? seed : null, task));
                            }
                        }
                    }
                },
                cancellationToken: context.Cancellation);
            return true;
        });
    }
}
