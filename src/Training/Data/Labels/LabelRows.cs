using System.Collections.Immutable;

namespace Surrogates.Training.Data;

/// <summary>Rows of equal width in one array.</summary>
internal static class LabelRows
{
    public static ReadOnlySpan<float> Row(ImmutableArray<float> values, int width, int index) =>
        values.AsSpan().Slice(index * width, width);

    public static void RequireWhole(ImmutableArray<float> values, int width)
    {
        if (width == 0 || values.Length % width != 0)
        {
            throw new ArgumentException($"{values.Length} values are not whole rows of {width}.", nameof(values));
        }
    }

    public static ImmutableArray<float> Select(ImmutableArray<float> values, int width, ReadOnlySpan<int> rows)
    {
        var selected = ImmutableArray.CreateBuilder<float>(rows.Length * width);
        foreach (var row in rows)
        {
            selected.AddRange(Row(values, width, row));
        }

        return selected.MoveToImmutable();
    }
}
