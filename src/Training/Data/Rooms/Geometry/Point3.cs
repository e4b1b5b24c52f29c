namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>A point, a direction or a colour.</summary>
/// <remarks>Every sum has one order, so that it has the same bits on every machine; System.Numerics does not promise that.</remarks>
internal readonly record struct Point3(float X, float Y, float Z)
{
    public static Point3 operator +(Point3 a, Point3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Point3 operator -(Point3 a, Point3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Point3 operator -(Point3 a) => new(-a.X, -a.Y, -a.Z);

    public static Point3 operator *(Point3 a, float scale) => new(a.X * scale, a.Y * scale, a.Z * scale);

    public static Point3 operator *(Point3 a, Point3 b) => new(a.X * b.X, a.Y * b.Y, a.Z * b.Z);

    public static float Dot(Point3 a, Point3 b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    public static Point3 Min(Point3 a, Point3 b) => new(MathF.Min(a.X, b.X), MathF.Min(a.Y, b.Y), MathF.Min(a.Z, b.Z));

    public static Point3 Max(Point3 a, Point3 b) => new(MathF.Max(a.X, b.X), MathF.Max(a.Y, b.Y), MathF.Max(a.Z, b.Z));

    /// <summary>The way from <paramref name="a"/> to <paramref name="b"/>.</summary>
    public static Point3 Mix(Point3 a, Point3 b, float share) => a + (b - a) * share;
}
