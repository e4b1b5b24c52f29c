using System.Collections.Immutable;

namespace Surrogates.Training.Data.Preview;

/// <summary>A row of a <see cref="LabelSummary"/>.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Values">A number for each of <see cref="LabelSummary.Measures"/>.</param>
public sealed record LabelSummaryRow(string Name, ImmutableArray<double> Values);
