using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Planning;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>How much of the light from everywhere reaches points: less in the corners of the room and beside and below furniture.</summary>
internal static class Openness
{
    public static Vector256<float> Of(RoomPlan plan, in SurfacePoints points)
    {
        var box = plan.Box;
        var (place, normal) = (points.Place, points.Normal);
        var open = Side(place.X + Vector256.Create(box.Left), normal.X)
            * Side(Vector256.Create(box.Right) - place.X, -normal.X)
            * Side(place.Y + Vector256.Create(box.Floor), normal.Y)
            * Side(Vector256.Create(box.Ceiling) - place.Y, -normal.Y)
            * Side(place.Z + Vector256.Create(box.Front), normal.Z);

        // Only the floor is near enough below furniture to be darkened by it.
        var isFloor = Vector256.LessThan(place.Y, Vector256.Create(0.02f - box.Floor));
        if (isFloor != Vector256<float>.Zero)
        {
            foreach (ref readonly var item in plan.Items)
            {
                open = Vector256.ConditionalSelect(isFloor, open * Beside(item, place), open);
            }
        }

        return open;
    }

    /// <summary>What a side of the room leaves open at a distance from it, if the surface does not look away from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Side(Vector256<float> distance, Vector256<float> cosine)
    {
        var share = Vector256.Create(0.06f) / (distance + Vector256.Create(0.12f));
        return Vector256<float>.One - share * (Vector256<float>.One - cosine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Beside(in Item item, in LanePoint place)
    {
        var (dx, dz) = (place.X - Vector256.Create(item.Frame.Origin.X), place.Z - Vector256.Create(item.Frame.Origin.Z));
        var (axisX, axisZ) = (item.Frame.X, item.Frame.Z);
        var x = Vector256.Abs(dx * Vector256.Create(axisX.X) + dz * Vector256.Create(axisX.Z)) - Vector256.Create(item.HalfWidth);
        var z = Vector256.Abs(dx * Vector256.Create(axisZ.X) + dz * Vector256.Create(axisZ.Z)) - Vector256.Create(item.HalfDepth);
        x = Lanes.Max(x, Vector256.Create(-0.1f)) + Vector256.Create(0.1f);
        z = Lanes.Max(z, Vector256.Create(-0.1f)) + Vector256.Create(0.1f);
        var distance = Vector256.Sqrt(x * x + z * z);
        return Lanes.Min(Vector256.Create(0.45f) + distance * Vector256.Create(1.8f), Vector256<float>.One);
    }
}
