using System.Collections.Immutable;

namespace Surrogates.Training.Data;

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
