using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>The solid x² + z² ≤ (1 + taper y)², −1 ≤ y ≤ 1: a cylinder, or a part of a cone.</summary>
internal readonly struct ConeShape : IShape
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Enter(in LanePoint origin, in LanePoint direction, float taper, out Vector256<int> face)
    {
        var infinity = Vector256.Create(float.PositiveInfinity);
        var slope = Vector256.Create(taper);
        var radius = Vector256<float>.One + slope * origin.Y;
        var growth = slope * direction.Y;
        var a = direction.X * direction.X + direction.Z * direction.Z - growth * growth;
        var b = origin.X * direction.X + origin.Z * direction.Z - growth * radius;
        var c = origin.X * origin.X + origin.Z * origin.Z - radius * radius;
        var discriminant = b * b - a * c;
        var root = Vector256.Sqrt(Lanes.Max(discriminant, Vector256<float>.Zero));
        var inverse = Vector256<float>.One / a;
        var (one, other) = ((-b - root) * inverse, (root - b) * inverse);

        // Along a steep ray the first of the two may lie on the mirrored half of the cone, beyond its tip.
        var first = Inside(origin, direction, Lanes.Min(one, other));
        var side = Lanes.Min(first, Inside(origin, direction, Lanes.Max(one, other)));
        side = Vector256.ConditionalSelect(Vector256.GreaterThan(discriminant, Vector256<float>.Zero), side, infinity);

        // Of the two ends only the one that faces the ray can be entered.
        var down = Vector256.LessThan(direction.Y, Vector256<float>.Zero);
        var height = Vector256.ConditionalSelect(down, Vector256<float>.One, -Vector256<float>.One);
        var end = (height - origin.Y) / direction.Y;
        var (x, z) = (origin.X + end * direction.X, origin.Z + end * direction.Z);
        var rim = Vector256<float>.One + slope * height;
        var inRim = Vector256.LessThan(x * x + z * z, rim * rim) & Vector256.GreaterThan(end, Vector256<float>.Zero);
        end = Vector256.ConditionalSelect(inRim, end, infinity);
        var byEnd = Vector256.LessThan(end, side);
        face = byEnd.AsInt32() & (Vector256.Create(2) - down.AsInt32());
        return Vector256.ConditionalSelect(byEnd, end, side);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Inside(in LanePoint origin, in LanePoint direction, Vector256<float> t)
    {
        var y = origin.Y + t * direction.Y;
        var inside = Vector256.LessThanOrEqual(Vector256.Abs(y), Vector256<float>.One) & Vector256.GreaterThan(t, Vector256<float>.Zero);
        return Vector256.ConditionalSelect(inside, t, Vector256.Create(float.PositiveInfinity));
    }
}
