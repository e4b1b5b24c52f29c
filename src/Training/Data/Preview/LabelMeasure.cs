namespace Surrogates.Training.Data.Preview;

/// <summary>A column of a <see cref="LabelSummary"/>.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Kind">What its numbers are.</param>
public sealed record LabelMeasure(string Name, LabelMeasureKind Kind);
