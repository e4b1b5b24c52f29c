using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Planning;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>The light that points of surfaces send to the camera.</summary>
internal static class Lighting
{
    /// <summary>Of a lamp's light, what still reaches a shadow by way of the walls.</summary>
    private const float InShadow = 0.25f;

    /// <summary>What is brighter is cut, so that a lamp's edge can be smoothed.</summary>
    private const float Brightest = 6;

    public static LanePoint Shade(RoomPlan plan, in SurfacePoints points)
    {
        var one = Vector256<float>.One;
        var light = new LanePoint(plan.Ambient) * Openness.Of(plan, points);
        var mirrored = default(LanePoint);
        var isGlossy = points.Gloss != Vector256<float>.Zero;
        var mirror = isGlossy ? Mirror(points) : default;
        var isFirst = true;
        foreach (ref readonly var lamp in plan.Lights)
        {
            var way = new LanePoint(lamp.Place) - points.Place;
            var square = LanePoint.Dot(way, way);
            var inverse = one / Vector256.Sqrt(square);
            var cosine = Lanes.Max(LanePoint.Dot(points.Normal, way) * inverse, Vector256<float>.Zero);
            var strength = one / (square + Vector256.Create(0.4f));
            if (lamp.Direction != default)
            {
                strength *= Lanes.Max(LanePoint.Dot(way, new LanePoint(-lamp.Direction)) * inverse, Vector256<float>.Zero);
            }

            if (isFirst)
            {
                var lit = Vector256.GreaterThan(cosine, Vector256<float>.Zero);
                var blocked = ShadowRays.Blocked(plan, lamp.Place, points.Place - new LanePoint(lamp.Place), inverse, lit);
                strength = Vector256.ConditionalSelect(blocked, strength * Vector256.Create(InShadow), strength);
                isFirst = false;
            }

            var colour = new LanePoint(lamp.Colour);
            light += colour * (cosine * strength);
            if (isGlossy)
            {
                var aligned = Power16(Lanes.Max(LanePoint.Dot(mirror, way) * inverse, Vector256<float>.Zero));
                mirrored += colour * (aligned * strength);
            }
        }

        if (plan.Sun is { } sun)
        {
            light += new LanePoint(sun.Colour) * Sunshine(plan, sun, points);
        }

        var result = points.Colour * (light + new LanePoint(points.Glow, points.Glow, points.Glow)) + mirrored * points.Gloss;
        var most = Vector256.Create(Brightest);
        return new LanePoint(Lanes.Min(result.X, most), Lanes.Min(result.Y, most), Lanes.Min(result.Z, most));
    }

    /// <summary>Where the way from the camera goes on from a mirror.</summary>
    private static LanePoint Mirror(in SurfacePoints points)
    {
        var view = points.Place.Normalized();
        return view - points.Normal * (LanePoint.Dot(view, points.Normal) * Vector256.Create(2f));
    }

    /// <summary>The cosine at which the sun falls on points that see it through the window.</summary>
    private static Vector256<float> Sunshine(RoomPlan plan, in Sun sun, in SurfacePoints points)
    {
        var way = points.Place - new LanePoint(sun.Place);
        var inverse = Vector256<float>.One / Vector256.Sqrt(LanePoint.Dot(way, way));
        var cosine = -LanePoint.Dot(points.Normal, way) * inverse;

        // Where the way passes the window's plane; the bar of the frame casts its shadow too.
        var window = sun.Window;
        var toPlane = Point3.Dot(window.Origin - sun.Place, window.Z);
        var share = Vector256.Create(toPlane) / LanePoint.Dot(way, new LanePoint(window.Z));
        var offset = way * share - new LanePoint(window.Origin - sun.Place);
        var x = Vector256.Abs(LanePoint.Dot(offset, new LanePoint(window.X)));
        var y = Vector256.Abs(LanePoint.Dot(offset, new LanePoint(window.Y)));
        var lit = Vector256.GreaterThan(cosine, Vector256<float>.Zero) & Vector256.LessThan(share, Vector256<float>.One)
            & Vector256.LessThan(x, Vector256.Create(sun.HalfWidth)) & Vector256.LessThan(y, Vector256.Create(sun.HalfHeight))
            & Vector256.GreaterThan(x, Vector256.Create(Sun.HalfBar));
        return lit == Vector256<float>.Zero
            ? lit
            : Vector256.AndNot(lit & cosine, ShadowRays.Blocked(plan, sun.Place, way, inverse, lit));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Power16(Vector256<float> x)
    {
        var power4 = x * x * (x * x);
        return power4 * power4 * (power4 * power4);
    }
}
