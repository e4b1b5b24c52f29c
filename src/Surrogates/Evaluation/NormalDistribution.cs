namespace Surrogates.Evaluation;

/// <summary>The standard normal distribution: mean 0, standard deviation 1.</summary>
public static partial class NormalDistribution
{
    /// <summary>The density φ(x) = exp(−x²/2) / √(2π).</summary>
    /// <exception cref="ArgumentException">The value is not a number.</exception>
    public static double Density(double x)
    {
        RequireNumber(x);
        return Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }

    /// <summary>The probability Φ(x) of a value of at most x, to 15 digits, also where it is tiny.</summary>
    /// <remarks>
    /// Cody: "Rational Chebyshev approximations for the error function", Mathematics of Computation 23, 1969, in the form of
    /// ANORM: "Algorithm 715: SPECFUN", ACM TOMS 19, 1993.
    /// </remarks>
    /// <exception cref="ArgumentException">The value is not a number.</exception>
    public static double Cdf(double x)
    {
        RequireNumber(x);
        var distance = Math.Abs(x);
        if (distance <= 0.67448975)
        {
            return 0.5 + (x * Polynomial(CdfCentreNumerator, x * x) / Polynomial(CdfCentreDenominator, x * x));
        }

        var tail = distance < 40 ? Tail(distance) : 0;
        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>The value Φ⁻¹(p) that is not exceeded with a probability of p, to 15 digits; −∞ for 0 and +∞ for 1.</summary>
    /// <remarks>Wichura: "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37, 1988.</remarks>
    /// <exception cref="ArgumentException">The probability is not a number from 0 to 1.</exception>
    public static double Quantile(double probability)
    {
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        }

        var fromCentre = probability - 0.5;
        if (Math.Abs(fromCentre) <= 0.425)
        {
            var r = 0.180625 - (fromCentre * fromCentre);
            return fromCentre * Polynomial(QuantileCentreNumerator, r) / Polynomial(QuantileCentreDenominator, r);
        }

        var tail = fromCentre < 0 ? probability : 1 - probability;
        return Math.CopySign(tail == 0 ? double.PositiveInfinity : TailQuantile(Math.Sqrt(-Math.Log(tail))), fromCentre);
    }

    private static double Tail(double distance)
    {
        // exp(−x²/2) with x² split, so that its rounding is not multiplied.
        var coarse = Math.Truncate(distance * 16) / 16;
        var exponential = Math.Exp(-coarse * coarse / 2) * Math.Exp(-(distance - coarse) * (distance + coarse) / 2);
        if (distance * distance <= 32)
        {
            return exponential * Polynomial(CdfBodyNumerator, distance) / Polynomial(CdfBodyDenominator, distance);
        }

        var r = 1 / (distance * distance);
        var correction = r * Polynomial(CdfFarTailNumerator, r) / Polynomial(CdfFarTailDenominator, r);
        return exponential * ((1 / Math.Sqrt(2 * Math.PI)) - correction) / distance;
    }

    private static double TailQuantile(double r) => r <= 5
        ? Polynomial(QuantileTailNumerator, r - 1.6) / Polynomial(QuantileTailDenominator, r - 1.6)
        : Polynomial(QuantileFarTailNumerator, r - 5) / Polynomial(QuantileFarTailDenominator, r - 5);

    private static double Polynomial(double[] coefficients, double x)
    {
        var value = 0.0;
        foreach (var coefficient in coefficients)
        {
            value = (value * x) + coefficient;
        }

        return value;
    }

    private static void RequireNumber(double x)
    {
        if (double.IsNaN(x))
        {
            throw new ArgumentException("The value is not a number.", nameof(x));
        }
    }
}
