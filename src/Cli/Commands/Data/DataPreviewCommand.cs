using System.CommandLine;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;
using Surrogates.Torch;
using Surrogates.Training.Data.Preview;

namespace Surrogates.Cli.Commands.Data;

/// <summary>Draws images with their labels on one sheet, and sums the labels up.</summary>
internal sealed class DataPreviewCommand : CliCommand
{
    private const string Extension = ".png";

    private readonly ImageOptions _images = new();
    private readonly Option<string?> _task = TrainingTaskOption.Create("The task whose labels are drawn");

    private readonly Option<int> _count = CliOption.WholeNumber(
        "--count", "How many images are drawn, from each class in turn.", byDefault: new ContactSheetOptions().Count, minimum: 1);

    private readonly Option<string> _output = CliOption.RequiredText("--output", "The PNG file to write.", "P.png");

    public DataPreviewCommand()
        : base("preview", "Draws images with their labels as a contact sheet, and shows how the labels are distributed.")
    {
        _images.AddTo(this);
        Add(_task);
        Add(_count);
        Add(_output);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "data preview --data photos --output photos.png",
        "data preview --data photos --task jigsaw --size 96 --count 12 --output jigsaw.png",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        var output = arguments.GetValue(_output)!;
        if (!output.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException($"--output '{output}': expected the name of a PNG file, such as preview{Extension}");
        }

        OutputFile.RequireFolder(output);
        var options = new ContactSheetOptions { Count = arguments.GetValue(_count), Seed = context.Seed, SetName = "training" };
        TorchRuntime.EnsureLoaded();
        using var images = _images.Open(arguments, context);
        var task = ImageOptions.CreateTask(arguments.GetValue(_task), images);
        var sheet = ContactSheet.Create(images.Train, task, options);
        sheet.Save(output);
        new DataPreviewReport(task, images, sheet, output).Write(context);
        return Task.CompletedTask;
    }
}
