using System.Collections.Immutable;

namespace Surrogates.Training.Data;

/// <summary>
/// What is known of each picture of a dataset: <see cref="ClassLabels"/>, <see cref="SoftLabels"/>, <see cref="VectorLabels"/> or
/// <see cref="NoLabels"/>. Rows are in the order of the dataset's pictures.
/// </summary>
public abstract record ImageLabels
{
    private protected ImageLabels()
    {
    }

    /// <summary>The names of the classes; empty where the labels are not of classes.</summary>
    public virtual ImmutableArray<string> ClassNames => [];

    /// <summary>Labels of the given pictures, in the given order.</summary>
    internal abstract ImageLabels Select(ReadOnlySpan<int> rows);
}

/// <summary>One class a picture.</summary>
public sealed record ClassLabels : ImageLabels
{
    /// <summary>Creates labels.</summary>
    /// <param name="classNames">The classes.</param>
    /// <param name="classes">For each picture the position of its class.</param>
    /// <exception cref="ArgumentException">A position is not one of a class.</exception>
    public ClassLabels(IEnumerable<string> classNames, IEnumerable<int> classes)
    {
        ClassNames = [.. classNames];
        Classes = [.. classes];
        if (Classes.Any(index => index < 0 || index >= ClassNames.Length))
        {
            throw new ArgumentException($"A class is not one of 0 to {ClassNames.Length - 1}.", nameof(classes));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> ClassNames { get; }

    /// <summary>The class of each picture: a position in <see cref="ClassNames"/>.</summary>
    public ImmutableArray<int> Classes { get; }

    /// <summary>The labels of pictures of named classes.</summary>
    internal static ClassLabels Of(IEnumerable<string> names)
    {
        string[] rows = [.. names];
        ImmutableArray<string> classNames = [.. rows.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(classNames, [.. rows.Select(name => classNames.BinarySearch(name, StringComparer.Ordinal))]);
    }

    /// <summary>The same without the classes that no picture is of.</summary>
    internal ClassLabels WithoutEmptyClasses()
    {
        int[] kept = [.. Classes.Distinct().Order()];
        return new([.. kept.Select(index => ClassNames[index])], [.. Classes.Select(index => Array.BinarySearch(kept, index))]);
    }

    internal override ImageLabels Select(ReadOnlySpan<int> rows)
    {
        var selected = ImmutableArray.CreateBuilder<int>(rows.Length);
        foreach (var row in rows)
        {
            selected.Add(Classes[row]);
        }

        return new ClassLabels(ClassNames, selected.MoveToImmutable());
    }
}

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

/// <summary>Pictures alone, for tasks that make their own targets.</summary>
public sealed record NoLabels : ImageLabels
{
    internal static readonly NoLabels Instance = new();

    internal override ImageLabels Select(ReadOnlySpan<int> rows) => this;
}
