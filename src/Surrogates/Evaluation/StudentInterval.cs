namespace Surrogates.Evaluation;

/// <summary>The 95% interval of the mean of a few values, such as a training's results over three seeds.</summary>
/// <remarks>
/// "Student": "The Probable Error of a Mean", Biometrika 6, 1908: mean ± t·s/√n, for values that are about normally distributed. With
/// very few values the interval is wide, where one by resampling would look too sure.
/// </remarks>
public static class StudentInterval
{
    // The .975 quantile of Student's distribution with 1 to 30 degrees of freedom, rounded to three decimals (NIST/SEMATECH e-Handbook
    // of Statistical Methods, section 1.3.6.7.2).
    private static readonly double[] Quantiles =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    /// <summary>The interval; of a single value nothing is known, and its ends are infinite.</summary>
    /// <exception cref="ArgumentException">There is no value, or one that is not finite.</exception>
    public static ConfidenceInterval OfMean(ReadOnlySpan<double> values)
    {
        var mean = SampleStatistics.Mean(values);
        if (values.Length == 1)
        {
            return new ConfidenceInterval(mean, double.NegativeInfinity, double.PositiveInfinity);
        }

        var half = Quantile(values.Length - 1) * SampleStatistics.StandardDeviation(values) / Math.Sqrt(values.Length);
        return new ConfidenceInterval(mean, mean - half, mean + half);
    }

    // Beyond the table, the first terms of the expansion about the normal quantile (Abramowitz, Stegun, 26.7.5); the error is below .0002.
    private static double Quantile(int degrees)
    {
        if (degrees <= Quantiles.Length)
        {
            return Quantiles[degrees - 1];
        }

        const double Normal = 1.959964;
        const double Cube = Normal * Normal * Normal;
        return Normal + ((Cube + Normal) / (4 * degrees))
            + (((5 * Cube * Normal * Normal) + (16 * Cube) + (3 * Normal)) / (96.0 * degrees * degrees));
    }
}
