namespace Surrogates.Models;

/// <summary>Rows of features, one after the other in one array.</summary>
internal static class FeatureRows
{
    /// <summary>The rows without their first features.</summary>
    public static float[] Skip(ReadOnlySpan<float> rows, int width, int skipped)
    {
        var kept = width - skipped;
        var rest = new float[rows.Length / width * kept];
        for (var (from, to) = (skipped, 0); to < rest.Length; from += width, to += kept)
        {
            rows.Slice(from, kept).CopyTo(rest.AsSpan(to));
        }

        return rest;
    }

    /// <summary>Some of the rows.</summary>
    public static float[] Take(ReadOnlySpan<float> rows, int width, ReadOnlySpan<int> places)
    {
        var taken = new float[places.Length * width];
        for (var i = 0; i < places.Length; i++)
        {
            rows.Slice(places[i] * width, width).CopyTo(taken.AsSpan(i * width));
        }

        return taken;
    }
}
