namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>Trigonometry in degrees of sums and products alone, so that every machine draws the same scenes.</summary>
internal static class Angles
{
    private const double Degree = Math.PI / 180;

    /// <summary>The sine; the angle is at most 360° either way. The error is below 10⁻⁹.</summary>
    public static float Sin(double degrees)
    {
        // To ±90°, where the series converges fast.
        var turned = degrees - 360 * Math.Floor((degrees + 180) / 360);
        var folded = turned > 90 ? 180 - turned : turned < -90 ? -180 - turned : turned;
        var x = folded * Degree;
        double sum = 0, term = x;
        for (var i = 1; i <= 15; i += 2)
        {
            sum += term;
            term *= -x * x / ((i + 1) * (i + 2));
        }

        return (float)sum;
    }

    /// <summary>The cosine; the angle is at most 270° either way.</summary>
    public static float Cos(double degrees) => Sin(degrees + 90);

    /// <summary>The tangent; the angle is below 90° either way.</summary>
    public static float Tan(double degrees) => Sin(degrees) / Cos(degrees);

    /// <summary>The angle in degrees, −90 to 90, of a tangent.</summary>
    public static double ArcTan(double tangent)
    {
        // Halved three times: below tan(12°) nine terms of the series are exact to the last bits of a float.
        var x = tangent;
        for (var i = 0; i < 3; i++)
        {
            x /= 1 + Math.Sqrt(1 + x * x);
        }

        double sum = 0, power = x;
        for (var i = 1; i <= 17; i += 2)
        {
            sum += power / i;
            power *= -x * x;
        }

        return 8 * sum / Degree;
    }
}
