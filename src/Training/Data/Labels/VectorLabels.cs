using System.Collections.Immutable;

namespace Surrogates.Training.Data;

/// <summary>A vector of numbers a picture, to be predicted by regression.</summary>
public sealed record VectorLabels : ImageLabels
{
    /// <summary>Creates labels.</summary>
    /// <param name="targetNames">What the numbers are.</param>
    /// <param name="values">The numbers, row by row: pictures × targets.</param>
    /// <exception cref="ArgumentException">The values are not whole rows.</exception>
    public VectorLabels(IEnumerable<string> targetNames, IEnumerable<float> values)
    {
        TargetNames = [.. targetNames];
        Values = [.. values];
        LabelRows.RequireWhole(Values, TargetNames.Length);
    }

    /// <summary>The names of the numbers, in the order of the columns of the file; one or more.</summary>
    public ImmutableArray<string> TargetNames { get; }

    /// <summary>The numbers, row by row: pictures × targets. Every one is finite; they are as in the file, not normalized.</summary>
    public ImmutableArray<float> Values { get; }

    /// <summary>The numbers of a picture, one a target.</summary>
    public ReadOnlySpan<float> Row(int index) => LabelRows.Row(Values, TargetNames.Length, index);

    internal override ImageLabels Select(ReadOnlySpan<int> rows) =>
        new VectorLabels(TargetNames, LabelRows.Select(Values, TargetNames.Length, rows));
}
