using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Planning;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>Whether furniture stands between points and a light.</summary>
internal static class ShadowRays
{
    /// <summary>What is nearer than this share of the way is the surface itself.</summary>
    private const float Start = 0.003f;

    /// <summary>Which of the points do not see the light.</summary>
    /// <param name="plan">The scene.</param>
    /// <param name="origin">The points.</param>
    /// <param name="way">The way from each to the light.</param>
    /// <param name="lit">Those that are asked for.</param>
    public static Vector256<float> Blocked(RoomPlan plan, in LanePoint origin, in LanePoint way, Vector256<float> lit)
    {
        var blocked = Vector256<float>.Zero;
        var inverse = new LanePoint(Lanes.Inverse(way.X), Lanes.Inverse(way.Y), Lanes.Inverse(way.Z));
        var primitives = plan.Primitives;
        foreach (ref readonly var item in plan.Items)
        {
            var open = Vector256.AndNot(lit, blocked);
            if (open == Vector256<float>.Zero)
            {
                break;
            }

            if ((Passes(item, origin, inverse) & open) == Vector256<float>.Zero)
            {
                continue;
            }

            foreach (ref readonly var primitive in primitives[item.Start..item.End])
            {
                blocked |= primitive.Shape switch
                {
                    Shape.Box => Meets<BoxShape>(primitive, origin, way),
                    Shape.Ellipsoid => Meets<EllipsoidShape>(primitive, origin, way),
                    _ => Meets<ConeShape>(primitive, origin, way),
                };
            }
        }

        return blocked;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Passes(in Item item, in LanePoint origin, in LanePoint inverse)
    {
        var low = (new LanePoint(item.Low) - origin) * inverse;
        var high = (new LanePoint(item.High) - origin) * inverse;
        var near = Lanes.Max(Lanes.Min(low.X, high.X), Lanes.Max(Lanes.Min(low.Y, high.Y), Lanes.Min(low.Z, high.Z)));
        var far = Lanes.Min(Lanes.Max(low.X, high.X), Lanes.Min(Lanes.Max(low.Y, high.Y), Lanes.Max(low.Z, high.Z)));
        return Vector256.LessThanOrEqual(near, far)
            & Vector256.LessThan(near, Vector256<float>.One) & Vector256.GreaterThan(far, Vector256<float>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Meets<TShape>(in Primitive primitive, in LanePoint origin, in LanePoint way)
        where TShape : struct, IShape
    {
        ref readonly var frame = ref primitive.Frame;
        var (x, y, z) = (
            new LanePoint(frame.X * (1 / primitive.Half.X)),
            new LanePoint(frame.Y * (1 / primitive.Half.Y)),
            new LanePoint(frame.Z * (1 / primitive.Half.Z)));
        var moved = origin - new LanePoint(frame.Origin);
        var start = new LanePoint(LanePoint.Dot(moved, x), LanePoint.Dot(moved, y), LanePoint.Dot(moved, z));
        var direction = new LanePoint(LanePoint.Dot(way, x), LanePoint.Dot(way, y), LanePoint.Dot(way, z));
        var t = TShape.Enter(start, direction, primitive.Taper, out _);
        return Vector256.LessThan(t, Vector256<float>.One) & Vector256.GreaterThan(t, Vector256.Create(Start));
    }
}
