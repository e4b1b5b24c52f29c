using System.Collections.Immutable;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Data.Preview;

/// <summary>The labels of many pictures in a few numbers, as a table.</summary>
/// <param name="Subject">What a row is of, such as <c>class</c>.</param>
/// <param name="Measures">The columns.</param>
/// <param name="Rows">The rows.</param>
public sealed record LabelSummary(string Subject, ImmutableArray<LabelMeasure> Measures, ImmutableArray<LabelSummaryRow> Rows)
{
    private static readonly ImmutableArray<LabelMeasure> Moments =
    [
        new("mean", LabelMeasureKind.Value),
        new("std", LabelMeasureKind.Value),
        new("min", LabelMeasureKind.Value),
        new("max", LabelMeasureKind.Value),
    ];

    /// <summary>
    /// Sums up what a task learns from: how many pictures are of each class, mean and deviation of each target, the share of each class of
    /// pixels, and without labels the colours of the pictures.
    /// </summary>
    /// <param name="images">The pictures; one or more.</param>
    /// <param name="task">The task.</param>
    /// <exception cref="InputException">There are no pictures.</exception>
    public static LabelSummary Of(ImageSubset images, ITrainingTask task)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(task);
        ContactSheet.RequirePictures(images);
        return LabelViews.Create(task, images.Dataset, seed: 0).Summarize(images.Indices);
    }

    /// <summary>Mean, standard deviation, least and largest value of numbers.</summary>
    internal static LabelSummary OfNumbers(string subject, IEnumerable<(string Name, Moments Values)> numbers) =>
        new(subject, Moments, [.. numbers.Select(number => new LabelSummaryRow(number.Name, number.Values.ToRow()))]);
}
