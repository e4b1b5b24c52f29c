using Surrogates.Evaluation;

namespace Surrogates.Models;

/// <summary>
/// A monotone map between a task's values and normal scores: the r-th of n values goes to the quantile of the normal
/// distribution at (r − 3/8)/(n + 1/4). Skewed values and outliers (networks that failed to learn) lose their pull on a
/// squared error, and the map leads back to the task's units.
/// </summary>
/// <remarks>
/// Blom: "Statistical Estimates and Transformed Beta-Variables", 1958. Between the values the map is linear; beyond the first and
/// the last it goes on with the slope of the values' standard deviation.
/// </remarks>
internal sealed class TargetScale
{
    private const int MaximumKnots = 256;

    private readonly double[] _values;
    private readonly double[] _scores;
    private readonly double _slope;

    private TargetScale(double[] values, double[] scores, double slope) => (_values, _scores, _slope) = (values, scores, slope);

    /// <summary>The map that the values define.</summary>
    public static TargetScale Fit(IReadOnlyList<double> values)
    {
        double[] scores = Standardize([.. NormalScores.Of([.. values]).Zip(Clip(values), (normal, clipped) => normal + clipped)]);
        var knots = values.Zip(scores).DistinctBy(pair => pair.First).OrderBy(pair => pair.First).ToList();
        var mean = values.Average();
        var slope = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        if (knots.Count > MaximumKnots)
        {
            var last = knots.Count - 1;
            knots = [.. Enumerable.Range(0, MaximumKnots).Select(i => knots[(int)((long)i * last / (MaximumKnots - 1))])];
        }

        return new TargetScale([.. knots.Select(knot => knot.First)], [.. knots.Select(knot => knot.Second)], slope);
    }

    /// <summary>The score of a value.</summary>
    public double ToScore(double value)
    {
        // Where all values are equal, there is one score, and nothing to tell apart.
        return _slope == 0 ? _scores[0] : Interpolate(value, _values, _scores, 1 / _slope);
    }

    /// <summary>The value at a score, in the task's units.</summary>
    public double ToValue(double score) => Interpolate(score, _scores, _values, _slope);

    public void Write(BinaryWriter writer)
    {
        writer.Write(_values.Length);
        foreach (var number in (ReadOnlySpan<double>)[.. _values, .. _scores, _slope])
        {
            writer.Write(number);
        }
    }

    public static TargetScale Read(BinaryReader reader)
    {
        var knots = reader.ReadInt32();
        if (knots is < 1 or > MaximumKnots)
        {
            throw new InvalidDataException($"a target scale of {knots} knots; expected 1 to {MaximumKnots}");
        }

        var numbers = new double[(2 * knots) + 1];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = reader.ReadDouble();
        }

        return new TargetScale(numbers[..knots], numbers[knots..(2 * knots)], numbers[^1]);
    }

    // Distances from the median in half interquartile ranges, cut at ±3.
    private static IEnumerable<double> Clip(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        var (low, middle, high) = (Quantile(0.25), Quantile(0.5), Quantile(0.75));
        var unit = high > low ? (high - low) / 1.35 : 1;
        return values.Select(value => Math.Clamp((value - middle) / unit, -3, 3));

        double Quantile(double share)
        {
            var place = share * (sorted.Length - 1);
            var below = (int)place;
            return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
        }
    }

    private static double[] Standardize(double[] numbers)
    {
        var mean = numbers.Average();
        var deviation = Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean)));
        return Array.ConvertAll(numbers, number => deviation > 0 ? (number - mean) / deviation : 0);
    }

    private static double Interpolate(double x, double[] from, double[] to, double slope)
    {
        // What is not a number, in a damaged file say, lies nowhere between.
        if (!(x > from[0]) || from.Length == 1)
        {
            return to[0] + ((x - from[0]) * slope);
        }

        if (!(x < from[^1]))
        {
            return to[^1] + ((x - from[^1]) * slope);
        }

        var index = Array.BinarySearch(from, x);
        if (index >= 0)
        {
            return to[index];
        }

        var right = ~index;
        var share = (x - from[right - 1]) / (from[right] - from[right - 1]);

        // Rounding must not lead past the next knot, or the map would not be monotone.
        return Math.Min(to[right - 1] + (share * (to[right] - to[right - 1])), to[right]);
    }
}
