using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Surrogates.Training.Data.Rooms.Geometry;

/// <summary>The cube from −1 to 1, from within: where rays leave it.</summary>
internal readonly struct RoomShape : IShape
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Enter(in LanePoint origin, in LanePoint direction, float taper, out Vector256<int> face)
    {
        var (x, y, z) = (Far(origin.X, direction.X), Far(origin.Y, direction.Y), Far(origin.Z, direction.Z));
        var far = Lanes.Min(x, Lanes.Min(y, z));

        // The side that is left is the opposite of the one that would be entered.
        face = BoxShape.Face(far, x, y, direction) ^ Vector256<int>.One;
        return far;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Far(Vector256<float> origin, Vector256<float> direction)
    {
        var inverse = Lanes.Inverse(direction);
        return Vector256.Abs(inverse) - origin * inverse;
    }
}
