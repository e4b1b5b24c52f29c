namespace Surrogates.Training.Data.Preview;

/// <summary>Sine and cosine of sums and products alone, which are the same on every machine.</summary>
internal static class Direction
{
    /// <summary>The sine and the cosine of an angle in degrees; the error is below 10⁻⁹.</summary>
    public static (double Sine, double Cosine) Of(double degrees)
    {
        // A quarter of the angle, at most 45°, by the series; then doubled twice.
        var turned = degrees - (360 * Math.Floor((degrees + 180) / 360));
        var x = turned * (Math.PI / 180) / 4;
        double sine = 0, cosine = 0, term = 1;
        for (var power = 0; power < 16; power += 2)
        {
            cosine += term;
            term *= x / (power + 1);
            sine += term;
            term *= -x / (power + 2);
        }

        for (var i = 0; i < 2; i++)
        {
            (sine, cosine) = (2 * sine * cosine, (cosine * cosine) - (sine * sine));
        }

        return (sine, cosine);
    }
}
