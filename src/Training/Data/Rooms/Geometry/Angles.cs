using Surrogates.Numerics;

namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>Trigonometry in degrees that is the same on every machine (<see cref="PlainMath"/>), so that all draw the same scenes.</summary>
internal static class Angles
{
    private const double Degree = Math.PI / 180;

    /// <summary>The sine.</summary>
    public static float Sin(double degrees) => (float)PlainMath.SinCos(degrees * Degree).Sin;

    /// <summary>The cosine.</summary>
    public static float Cos(double degrees) => (float)PlainMath.SinCos(degrees * Degree).Cos;

    /// <summary>The tangent; the angle is below 90° either way.</summary>
    public static float Tan(double degrees) => Sin(degrees) / Cos(degrees);

    /// <summary>The angle in degrees, −90 to 90, of a tangent.</summary>
    public static double ArcTan(double tangent) => PlainMath.Atan2(tangent, 1) / Degree;
}
