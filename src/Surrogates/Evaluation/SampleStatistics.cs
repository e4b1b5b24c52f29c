namespace Surrogates.Evaluation;

/// <summary>Mean and spread of repeated measurements.</summary>
public static class SampleStatistics
{
    /// <summary>The arithmetic mean; of equal values exactly that value.</summary>
    /// <exception cref="ArgumentException">There is no value, or one that is not finite.</exception>
    public static double Mean(ReadOnlySpan<double> values)
    {
        Require.NotEmpty(values);
        Require.Finite(values);

        // Differences to a value of the list: equal values give no rounding, and large ones that differ little keep their digits.
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value - values[0];
        }

        return values[0] + (sum / values.Length);
    }

    /// <summary>
    /// The sample standard deviation, √(Σ (x − mean)² / (n − 1)); 0 for a single value, of which nothing is known about spread.
    /// </summary>
    /// <exception cref="ArgumentException">There is no value, or one that is not finite.</exception>
    public static double StandardDeviation(ReadOnlySpan<double> values)
    {
        var mean = Mean(values);
        if (values.Length == 1)
        {
            return 0;
        }

        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return Math.Sqrt(squares / (values.Length - 1));
    }

    /// <summary>The middle value; of an even number, the mean of the two in the middle.</summary>
    /// <exception cref="ArgumentException">There is no value, or one that is not finite.</exception>
    public static double Median(ReadOnlySpan<double> values)
    {
        Require.NotEmpty(values);
        Require.Finite(values);
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
