using System.Collections.Immutable;

namespace Surrogates.Training.Data;

/// <summary>A distribution over the classes a picture, such as the answers of a teacher: numbers of 0 or more that sum to 1.</summary>
public sealed record SoftLabels : ImageLabels
{
    /// <summary>Creates labels.</summary>
    /// <param name="classNames">The classes.</param>
    /// <param name="values">The probabilities, row by row: pictures × classes.</param>
    /// <exception cref="ArgumentException">The values are not whole rows.</exception>
    public SoftLabels(IEnumerable<string> classNames, IEnumerable<float> values)
    {
        ClassNames = [.. classNames];
        Values = [.. values];
        LabelRows.RequireWhole(Values, ClassNames.Length);
    }

    /// <summary>The names of the classes, in the order of the columns of the file.</summary>
    public override ImmutableArray<string> ClassNames { get; }

    /// <summary>The probabilities, row by row: pictures × classes.</summary>
    public ImmutableArray<float> Values { get; }

    /// <summary>The probabilities of a picture, one a class.</summary>
    public ReadOnlySpan<float> Row(int index) => LabelRows.Row(Values, ClassNames.Length, index);

    internal override ImageLabels Select(ReadOnlySpan<int> rows) =>
        new SoftLabels(ClassNames, LabelRows.Select(Values, ClassNames.Length, rows));
}
