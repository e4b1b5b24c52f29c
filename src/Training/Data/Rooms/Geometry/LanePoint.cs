using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>Eight points, directions or colours.</summary>
internal readonly struct LanePoint(Vector256<float> x, Vector256<float> y, Vector256<float> z)
{
    public readonly Vector256<float> X = x;
    public readonly Vector256<float> Y = y;
    public readonly Vector256<float> Z = z;

    /// <summary>The same point eight times.</summary>
    public LanePoint(Point3 point)
        : this(Vector256.Create(point.X), Vector256.Create(point.Y), Vector256.Create(point.Z))
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePoint operator +(LanePoint a, LanePoint b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePoint operator -(LanePoint a, LanePoint b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePoint operator *(LanePoint a, Vector256<float> scale) => new(a.X * scale, a.Y * scale, a.Z * scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePoint operator *(LanePoint a, LanePoint b) => new(a.X * b.X, a.Y * b.Y, a.Z * b.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Dot(LanePoint a, LanePoint b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    /// <summary><paramref name="a"/> where the mask is set, <paramref name="b"/> elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePoint Select(Vector256<float> mask, LanePoint a, LanePoint b) => new(
        Vector256.ConditionalSelect(mask, a.X, b.X),
        Vector256.ConditionalSelect(mask, a.Y, b.Y),
        Vector256.ConditionalSelect(mask, a.Z, b.Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LanePoint Normalized() => this * (Vector256<float>.One / Vector256.Sqrt(Dot(this, this)));
}
