using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Planning;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>Whether furniture stands between a light and points. Rays start at the light, which all of them have in common.</summary>
internal static class ShadowRays
{
    /// <summary>What is nearer to a point than this is its own surface, metres.</summary>
    private const float Skin = 0.012f;

    /// <summary>Which of the points the light does not reach.</summary>
    /// <param name="plan">The scene.</param>
    /// <param name="light">Where the light is.</param>
    /// <param name="way">The way from it to each point.</param>
    /// <param name="inverseLength">One divided by the length of that way.</param>
    /// <param name="lit">Those that are asked for.</param>
    public static Vector256<float> Blocked(
        RoomPlan plan, Point3 light, in LanePoint way, Vector256<float> inverseLength, Vector256<float> lit)
    {
        var blocked = Vector256<float>.Zero;
        var end = Vector256<float>.One - Vector256.Create(Skin) * inverseLength;
        var inverse = new LanePoint(Lanes.Inverse(way.X), Lanes.Inverse(way.Y), Lanes.Inverse(way.Z));
        var primitives = plan.Primitives;
        foreach (ref readonly var item in plan.Items)
        {
            if ((Passes(item, light, inverse, end) & Vector256.AndNot(lit, blocked)) == Vector256<float>.Zero)
            {
                continue;
            }

            foreach (ref readonly var primitive in primitives[item.Start..item.End])
            {
                blocked |= Vector256.LessThan(Enter(primitive, light, way), end);
                if (Vector256.AndNot(lit, blocked) == Vector256<float>.Zero)
                {
                    return blocked;
                }
            }
        }

        return blocked;
    }

    /// <summary>Whether rays pass the box about a piece of furniture before they end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Passes(in Item item, Point3 light, in LanePoint inverse, Vector256<float> end)
    {
        var low = new LanePoint(item.Low - light) * inverse;
        var high = new LanePoint(item.High - light) * inverse;
        var near = Lanes.Max(Lanes.Min(low.X, high.X), Lanes.Max(Lanes.Min(low.Y, high.Y), Lanes.Min(low.Z, high.Z)));
        var far = Lanes.Min(Lanes.Max(low.X, high.X), Lanes.Min(Lanes.Max(low.Y, high.Y), Lanes.Max(low.Z, high.Z)));
        return Vector256.LessThanOrEqual(near, far)
            & Vector256.LessThan(near, end) & Vector256.GreaterThan(far, Vector256<float>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Enter(in Primitive primitive, Point3 light, in LanePoint way)
    {
        ref readonly var view = ref primitive.View;
        var origin = new LanePoint(view.ToLocal(light - primitive.Frame.Origin));
        var direction = new LanePoint(
            LanePoint.Dot(way, new LanePoint(view.X)),
            LanePoint.Dot(way, new LanePoint(view.Y)),
            LanePoint.Dot(way, new LanePoint(view.Z)));
        return primitive.Shape switch
        {
            Shape.Box => BoxShape.Enter(origin, direction, 0, out _),
            Shape.Ellipsoid => EllipsoidShape.Enter(origin, direction, 0, out _),
            _ => ConeShape.Enter(origin, direction, primitive.Taper, out _),
        };
    }
}
