using System.CommandLine;
using Surrogates.Cli.Hosting;
using Surrogates.Training.Data;
using Surrogates.Training.Data.Rooms;
using Surrogates.Training.Tasks;

namespace Surrogates.Cli.Options;

/// <summary>
/// Which images a command trains on, and for what: <c>--data</c>, <c>--task</c>, <c>--size</c>, <c>--images</c>, <c>--skip-bad</c>.
/// </summary>
internal sealed class ImageOptions
{
    private delegate ImageSplits Reader(ImageDataOptions options, IProgress<double> progress, CancellationToken cancellation);

    private readonly Option<string?> _data;

    private readonly Option<int?> _size = CliOption.OptionalNumber(
        "--size", "Height and width in pixels that images are brought to; by default 64, and that of IDX files their own.", minimum: 8);

    private readonly Option<int?> _images = CliOption.OptionalNumber(
        "--images", "Use only N of the images that are not for testing, drawn by the seed, class by class; of rooms generate N.", minimum: 4);

    private readonly Option<bool> _skipBad = new("--skip-bad") { Description = "Leave out images that cannot be read, and count them." };

    /// <summary>Creates the options.</summary>
    /// <param name="isOptional">Whether a command that is given no images takes generated rooms.</param>
    public ImageOptions(bool isOptional = true) => _data = CliOption.Text(
        "--data",
        "Images: a folder with one subfolder of JPEG or PNG images a class, or with IDX files, or with images and a labels.csv, or as "
        + $"Taskonomy's; or {RoomScenes.Name}, generated pictures of rooms for all tasks{(isOptional ? ", the default" : "")}.",
        "DIR");

    /// <summary>The options that go with <c>--data</c>.</summary>
    public IReadOnlyList<Option> Own => [_size, _images, _skipBad];

    /// <summary>Adds the options, without <c>--task</c>.</summary>
    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_size);
        command.Add(_images);
        command.Add(_skipBad);
    }

    /// <summary>Whether images were named.</summary>
    public bool IsGiven(ParseResult arguments) => arguments.GetValue(_data) is not null;

    /// <summary>Reads and splits the images.</summary>
    /// <exception cref="InputException">None were named, or they cannot be used.</exception>
    public ImageSplits Open(ParseResult arguments, CommandContext context)
    {
        var path = arguments.GetValue(_data) ?? RoomScenes.Name;
        var options = new ImageDataOptions
        {
            Size = arguments.GetValue(_size),
            MaximumImages = arguments.GetValue(_images),
            SkipBad = arguments.GetValue(_skipBad),
            Seed = context.Seed,
        };
        // A folder of that name is ./rooms.
        var (verb, open) = path == RoomScenes.Name
            ? ("generate", (Reader)RoomScenes.Open)
            : ("read", (options, progress, cancellation) => ImageData.Open(path, options, progress, cancellation));
        var images = context.Track(
            $"{verb} {path}", 100, progress => open(options, new Output.ShareProgress(progress, 100), context.Cancellation));
        context.Note(Describe(images));
        return images;
    }

    /// <summary>The task of that name for these images, by default the one that their labels suggest.</summary>
    /// <exception cref="InputException">There is no such task, or the labels are of another kind.</exception>
    public static ITrainingTask CreateTask(string? name, ImageSplits images)
    {
        var data = images.Dataset;
        return (name is null ? TrainingTasks.FindFor(data.Labels) : TrainingTasks.Find(name)).Create(data);
    }

    private static string Describe(ImageSplits images)
    {
        var data = images.Dataset;
        var skipped = data.SkippedCount;
        var labels = data.Labels switch
        {
            ClassLabels classes => $", {classes.ClassNames.Length} classes",
            SoftLabels classes => $", {classes.ClassNames.Length} classes with probabilities",
            LabelSets sets => $"; labels for {string.Join(", ", sets.Tasks)}",
            SegmentLabels segments => $", {segments.SegmentNames.Length} classes of pixels",
            NormalLabels => ", normals",
            VectorLabels vector => $", {vector.TargetNames.Length} targets",
            _ => "",
        };
        return $"{data.Name}: {images.Train.Count} images to train, {images.Validation.Count} to validate, {images.Test.Count} to test; "
            + $"{data.Width}×{data.Height} pixels{labels}{(skipped > 0 ? $"; {skipped} that cannot be read were left out" : "")}";
    }
}
