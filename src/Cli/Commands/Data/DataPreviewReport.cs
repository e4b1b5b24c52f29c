using System.Globalization;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Output;
using Surrogates.Training.Data;
using Surrogates.Training.Data.Preview;
using Surrogates.Training.Tasks;

namespace Surrogates.Cli.Commands.Data;

/// <summary>What a sheet shows and how the labels of the training images are distributed, for people and as JSON.</summary>
internal sealed record DataPreviewReport(ITrainingTask Task, ImageSplits Images, ContactSheet Sheet, string Output)
{
    public void Write(CommandContext context)
    {
        context.Line($"Wrote {Output}: {Sheet.Images.Length} images of {Images.Dataset.Name} for {Task.Name}, {Sheet.Width}×{Sheet.Height} pixels.");
        context.Show(Table(), $"{Numerals.Count(Images.Train.Count)} training images");
        context.WriteJson<Element>(
            [new(Task.Name, Images.Dataset.Name, [.. Sheet.Images.Select(image => new ImageElement(image.Name, Label(image.Label)))], Output)]);
    }

    private ResultTable Table()
    {
        var summary = LabelSummary.Of(Images.Train, Task);
        var table = new ResultTable().Text(summary.Subject).Numbers(summary.Measures.Select(measure => measure.Name));
        foreach (var row in summary.Rows)
        {
            table.Row([row.Name, .. row.Values.Zip(summary.Measures, Number)]);
        }

        return table;
    }

    private static string Number(double value, LabelMeasure measure) => measure.Kind switch
    {
        LabelMeasureKind.Count => value.ToString("N0", CultureInfo.InvariantCulture),
        LabelMeasureKind.Share => (100 * value).ToString("F1", CultureInfo.InvariantCulture) + "%",
        _ => Numerals.Value(value),
    };

    private static object? Label(ImageLabel label) =>
        label.Values.IsEmpty ? label.Text : label.Values.ToDictionary(value => value.Key, value => value.Value);

    /// <summary>A sheet.</summary>
    /// <param name="Task">The task.</param>
    /// <param name="Data">The name of the images.</param>
    /// <param name="Images">The images on the sheet, row by row.</param>
    /// <param name="Output">The file.</param>
    internal sealed record Element(string Task, string Data, IReadOnlyList<ImageElement> Images, string Output);

    /// <summary>An image of a sheet.</summary>
    /// <param name="Image">Where it is from.</param>
    /// <param name="Label">The name of its class, numbers by their names, or null.</param>
    internal sealed record ImageElement(string Image, object? Label);
}
