namespace Surrogates.Evaluation;

/// <summary>Whether a surrogate's stated uncertainty holds.</summary>
public static class Calibration
{
    /// <summary>
    /// The share of true values that lie in their predicted interval, bounds included. Well calibrated intervals of level 90%
    /// cover 90%.
    /// </summary>
    /// <param name="actual">The true value of each item.</param>
    /// <param name="lower">The lower bound of each item's interval; may be −∞.</param>
    /// <param name="upper">The upper bound of each item's interval; may be +∞.</param>
    /// <exception cref="ArgumentException">
    /// The lists are empty or differ in length, a value is not a number, or a lower bound is above its upper bound.
    /// </exception>
    public static double Coverage(ReadOnlySpan<double> actual, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        Require.NotEmpty(actual);
        Require.SameLength(actual.Length, lower.Length, nameof(lower));
        Require.SameLength(actual.Length, upper.Length, nameof(upper));
        Require.Numbers(actual);
        Require.Numbers(lower);
        Require.Numbers(upper);
        var covered = 0;
        for (var i = 0; i < actual.Length; i++)
        {
            if (lower[i] > upper[i])
            {
                throw new ArgumentException($"The lower bound of item {i} is above its upper bound.", nameof(lower));
            }

            covered += lower[i] <= actual[i] && actual[i] <= upper[i] ? 1 : 0;
        }

        return (double)covered / actual.Length;
    }
}
