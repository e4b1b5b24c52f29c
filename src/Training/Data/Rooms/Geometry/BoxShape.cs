using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>The cube from −1 to 1, from outside.</summary>
internal readonly struct BoxShape : IShape
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Enter(in LanePoint origin, in LanePoint direction, float taper, out Vector256<int> face)
    {
        Slab(origin.X, direction.X, out var nearX, out var farX);
        Slab(origin.Y, direction.Y, out var nearY, out var farY);
        Slab(origin.Z, direction.Z, out var nearZ, out var farZ);
        var near = Lanes.Max(nearX, Lanes.Max(nearY, nearZ));
        var far = Lanes.Min(farX, Lanes.Min(farY, farZ));
        face = Face(near, nearX, nearY, direction);
        var hit = Vector256.LessThan(near, far) & Vector256.GreaterThan(near, Vector256<float>.Zero);
        return Vector256.ConditionalSelect(hit, near, Vector256.Create(float.PositiveInfinity));
    }

    /// <summary>The face where rays enter: of the slab that is entered last, the side that faces them.</summary>
    /// <param name="t">Where they enter.</param>
    /// <param name="x">Where they enter the slab along x.</param>
    /// <param name="y">Where they enter that along y.</param>
    /// <param name="direction">Where they go.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Face(Vector256<float> t, Vector256<float> x, Vector256<float> y, in LanePoint direction)
    {
        var (isX, isY) = (Vector256.Equals(t, x), Vector256.Equals(t, y));
        var along = Vector256.ConditionalSelect(isX, direction.X, Vector256.ConditionalSelect(isY, direction.Y, direction.Z));
        var axis = Vector256.ConditionalSelect(
            isX.AsInt32(), Vector256<int>.Zero, Vector256.ConditionalSelect(isY.AsInt32(), Vector256.Create(2), Vector256.Create(4)));
        return axis - Vector256.LessThan(along, Vector256<float>.Zero).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Slab(Vector256<float> origin, Vector256<float> direction, out Vector256<float> near, out Vector256<float> far)
    {
        var inverse = Lanes.Inverse(direction);
        var middle = -origin * inverse;
        var half = Vector256.Abs(inverse);
        near = middle - half;
        far = middle + half;
    }
}
