using System.Collections.Immutable;

namespace Surrogates.Training.Data;

/// <summary>A class at every pixel.</summary>
public sealed record SegmentLabels : DenseLabels
{
    /// <summary>The most classes; <see cref="Unlabelled"/> is none.</summary>
    public const int MostClasses = Unlabelled;

    /// <summary>The value of pixels without a class, which count neither in training nor in evaluation.</summary>
    public const byte Unlabelled = 255;

    /// <summary>Creates labels of pictures that are in memory.</summary>
    /// <param name="segmentNames">The classes.</param>
    /// <param name="height">Rows a picture.</param>
    /// <param name="width">Columns a picture.</param>
    /// <param name="values">Pictures × height × width positions of classes, or <see cref="Unlabelled"/>; they are copied.</param>
    /// <exception cref="ArgumentException">A position is not one of a class, or the values are not whole pictures.</exception>
    public SegmentLabels(IEnumerable<string> segmentNames, int height, int width, ReadOnlySpan<byte> values)
        : this(segmentNames)
    {
        foreach (var value in values)
        {
            if (value >= SegmentNames.Length && value != Unlabelled)
            {
                throw new ArgumentException(
                    $"A class is {value}; it is one of 0 to {SegmentNames.Length - 1}, or {Unlabelled} for none.", nameof(values));
            }
        }

        Keep(height, width, values);
    }

    /// <summary>Labels that have not been read yet.</summary>
    internal SegmentLabels(IEnumerable<string> segmentNames)
        : base(planes: 1)
    {
        SegmentNames = [.. segmentNames];
        if (SegmentNames.Length is 0 or > MostClasses)
        {
            throw new ArgumentException($"There are 1 to {MostClasses} classes, not {SegmentNames.Length}.", nameof(segmentNames));
        }
    }

    /// <summary>The names of the classes. (<see cref="ImageLabels.ClassNames"/> is empty: it is of classes of whole pictures.)</summary>
    public ImmutableArray<string> SegmentNames { get; }

    internal override byte Unknown => Unlabelled;

    private protected override string Describe() => string.Join('\n', SegmentNames);
}
