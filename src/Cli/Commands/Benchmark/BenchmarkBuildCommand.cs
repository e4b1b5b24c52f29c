using System.CommandLine;
using Surrogates.Architectures;
using Surrogates.AutoML.Benchmarks;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;
using Surrogates.Torch;
using Surrogates.Training.Data;
using Surrogates.Training.Tasks;

namespace Surrogates.Cli.Commands.Benchmark;

/// <summary>Really trains sampled architectures on tasks, and writes a table of their results.</summary>
internal sealed class BenchmarkBuildCommand : CliCommand
{
    private readonly ImageOptions _images = new();
    private readonly SpaceOption _space = new("micro by default");
    private readonly NetworkOptionSet _network = new();
    private readonly Option<IReadOnlyList<string>> _tasks = CliOption.Names(
        "--task", "Tasks, with commas between them; by default all that the labels allow, with jigsaw and autoencoder.", "TASK,TASK");

    private readonly Option<int> _architectures = CliOption.WholeNumber(
        "--architectures", "Architectures, drawn at random by --seed.", 100, minimum: 2);

    private readonly Option<int> _seeds = CliOption.WholeNumber(
        "--seeds", "Trainings of each architecture on each task, from the seeds 1, 2, …; the table has their mean.", 1, minimum: 1);

    private readonly Option<int?> _parallel = CliOption.OptionalNumber(
        "--parallel", "Trainings side by side; default one a processor.", minimum: 1);

    private readonly Option<string> _output = CliOption.RequiredText(
        "--output",
        "The table to write, CSV; each training goes to a file of lines beside it as it ends, and the same command goes on from there.",
        "T.csv");

    public BenchmarkBuildCommand()
        : base("build", "Really trains sampled architectures on tasks, and writes a table of the results.")
    {
        _images.AddTo(this);
        _space.AddTo(this);
        Add(_tasks);
        Add(_architectures);
        Add(_seeds);
        _network.AddTo(this);
        Add(_parallel);
        Add(_output);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "benchmark build --architectures 24 --seeds 2 --size 32 --output rooms.csv",
        "benchmark build --data photos --architectures 200 --output photos.csv",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        var output = arguments.GetValue(_output)!;
        OutputFile.RequireFolder(output);
        var space = _space.Value(arguments) is { } name ? SearchSpaces.Load(name) : SearchSpaces.Micro;
        TorchRuntime.EnsureLoaded();
        using var images = _images.Open(arguments, context);
        var names = arguments.GetValue(_tasks) is { Count: > 0 } given ? given : TasksOf(images.Dataset.Labels);
        ITrainingTask[] tasks = [.. names.Select(task => TrainingTasks.Find(task).Create(images.Dataset))];
        var options = new BenchmarkBuilderOptions
        {
            Architectures = BenchmarkBuilderOptions.Sample(space, arguments.GetValue(_architectures), context.Seed),
            Seeds = arguments.GetValue(_seeds),
            Training = task => _network.ResolveShort(arguments, task, context.Seed),
            Parallelism = arguments.GetValue(_parallel)
                ?? NetworkOptionSet.TrainingsSideBySide(_network.ResolveShort(arguments, tasks[0], context.Seed)),
            Journal = Path.ChangeExtension(output, ".trainings.jsonl"),
        };
        var builder = new BenchmarkBuilder(tasks, images, options);
        var result = Run(builder, options.Architectures.Count * tasks.Length * options.Seeds, options.Journal, context);
        result.ToTable(Path.GetFileNameWithoutExtension(output)).Save(output);
        BuildReport.Of(result, space, options.Seeds).Write(output, context);
        return Task.CompletedTask;
    }

    private static BenchmarkBuildResult Run(BenchmarkBuilder builder, int trainings, string journal, CommandContext context)
    {
        try
        {
            return context.Track("train", trainings, progress =>
            {
                var done = 0;
                return builder.Run(
                    new ImmediateProgress<BenchmarkTraining>(training =>
                    {
                        progress.Report(Interlocked.Increment(ref done));
                        if (training.Failure is { } failure)
                        {
                            context.Note($"{training.Architecture} on {training.Task}, seed {training.Seed}: {failure}");
                        }
                    }),
                    context.Cancellation);
            });
        }
        catch (OperationCanceledException)
        {
            context.Note($"The trainings that ended are in {journal}; the same command goes on from there.");
            throw;
        }
    }

    private static IReadOnlyList<string> TasksOf(ImageLabels labels)
    {
        IEnumerable<string> labelled = labels switch
        {
            LabelSets sets => sets.Tasks,
            NoLabels => [],
            _ => [TrainingTasks.FindFor(labels).Name],
        };
        return [.. labelled, JigsawTask.Kind.Name, AutoencoderTask.Kind.Name];
    }
}
