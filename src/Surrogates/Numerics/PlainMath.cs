namespace Surrogates.Numerics;

/// <summary>
/// Functions made of the four operations and the square root alone, which are the same to the last bit on every machine; those of the
/// system's libraries are not. Exact to a few units in the last place.
/// </summary>
internal static class PlainMath
{
    // π/2 and ln 2 as sums of a number with zeros at its end, so that its small multiples are exact, and the rest.
    private const double HalfPi = 1.57079632673412561417;
    private const double HalfPiRest = 6.07710050650619224932e-11;
    private const double LogOf2 = 6.93147180369123816490e-01;
    private const double LogOf2Rest = 1.90821492927058770002e-10;

    /// <summary>The exponential function.</summary>
    public static double Exp(double x)
    {
        // Beyond these it is 0 or infinite.
        const double Least = -746;
        const double Most = 710;
        if (x is < Least or > Most)
        {
            return x < 0 ? 0 : double.PositiveInfinity;
        }

        const int Terms = 16;
        var power = Math.Round(x / (LogOf2 + LogOf2Rest));
        var rest = x - (power * LogOf2) - (power * LogOf2Rest);
        var sum = 1.0;
        for (var n = Terms; n > 0; n--)
        {
            sum = 1 + (sum * rest / n);
        }

        return Math.ScaleB(sum, (int)power);
    }

    /// <summary>Sine and cosine of an angle in radians.</summary>
    public static (double Sin, double Cos) SinCos(double angle)
    {
        const int Terms = 20;
        var quarters = Math.Round(angle / (HalfPi + HalfPiRest));
        var rest = angle - (quarters * HalfPi) - (quarters * HalfPiRest);
        var square = rest * rest;
        var (sin, cos) = (1.0, 1.0);
        for (var n = Terms; n > 0; n -= 2)
        {
            sin = 1 - (sin * square / (n * (n + 1)));
            cos = 1 - (cos * square / (n * (n - 1)));
        }

        sin *= rest;
        return (quarters - (4 * Math.Floor(quarters / 4))) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>The angle of a point as seen from the origin, from −π to π; 0 of the origin itself.</summary>
    public static double Atan2(double y, double x)
    {
        const double Pi = 2 * (HalfPi + HalfPiRest);
        if (Math.Abs(y) > Math.Abs(x))
        {
            return Math.CopySign(Pi / 2, y) - AtanOfSmall(x / y);
        }

        return x == 0 ? 0 : AtanOfSmall(y / x) + (x < 0 ? Math.CopySign(Pi, y) : 0);
    }

    // Halved twice, |x| is at most tan(π/16), where the series is short.
    private static double AtanOfSmall(double x)
    {
        const int Terms = 25;
        x = HalveAngle(HalveAngle(x));
        var square = x * x;
        var sum = 1.0 / Terms;
        for (var n = Terms - 2; n > 0; n -= 2)
        {
            sum = (1.0 / n) - (sum * square);
        }

        return 4 * x * sum;
    }

    private static double HalveAngle(double tangent) => tangent / (1 + Math.Sqrt(1 + (tangent * tangent)));
}
