using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>The sphere of radius 1.</summary>
internal readonly struct EllipsoidShape : IShape
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Enter(in LanePoint origin, in LanePoint direction, float taper, out Vector256<int> face)
    {
        var a = LanePoint.Dot(direction, direction);
        var b = LanePoint.Dot(origin, direction);
        var c = LanePoint.Dot(origin, origin) - Vector256<float>.One;
        var discriminant = b * b - a * c;
        face = Vector256<int>.Zero;
        var t = (-b - Vector256.Sqrt(Lanes.Max(discriminant, Vector256<float>.Zero))) / a;
        var hit = Vector256.GreaterThan(discriminant, Vector256<float>.Zero) & Vector256.GreaterThan(t, Vector256<float>.Zero);
        return Vector256.ConditionalSelect(hit, t, Vector256.Create(float.PositiveInfinity));
    }
}
