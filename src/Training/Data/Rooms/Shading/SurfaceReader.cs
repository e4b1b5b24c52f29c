using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Planning;
using Surrogates.Training.Data.Rooms.Rendering;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>The places, normals and materials of what rays meet.</summary>
internal static class SurfaceReader
{
    /// <param name="plan">The scene.</param>
    /// <param name="rays">The rays.</param>
    /// <param name="pixelWidth">The width of a pixel at a depth of one metre, metres.</param>
    public static SurfacePoints Read(RoomPlan plan, in RayPacket rays, float pixelWidth)
    {
        ref readonly var camera = ref plan.Camera;
        var points = new SurfacePoints
        {
            Place = (new LanePoint(camera.Right) * rays.X + new LanePoint(camera.Up) * rays.Y - new LanePoint(camera.Back)) * rays.Depth,
        };
        Span<int> surfaces = stackalloc int[Lanes.Count];
        rays.Surface.CopyTo(surfaces);
        var primitives = plan.Primitives;

        // Neighbouring rays mostly meet the same surface: one round a surface, not one a ray.
        for (var left = (1u << Lanes.Count) - 1; left != 0;)
        {
            var surface = surfaces[BitOperations.TrailingZeroCount(left)];
            var mask = Vector256.Equals(rays.Surface, Vector256.Create(surface));
            left &= ~mask.ExtractMostSignificantBits();
            Read(plan, primitives[SurfaceId.Primitive(surface)], SurfaceId.Face(surface), rays, pixelWidth, mask.AsSingle(), ref points);
        }

        return points;
    }

    private static void Read(
        RoomPlan plan, in Primitive primitive, int face, in RayPacket rays, float pixelWidth, Vector256<float> mask,
        ref SurfacePoints points)
    {
        ref readonly var view = ref primitive.View;
        var direction = new LanePoint(view.Right) * rays.X + new LanePoint(view.Up) * rays.Y + new LanePoint(view.Ahead);
        var local = new LanePoint(view.Origin) + direction * rays.Depth;
        ref readonly var material = ref plan.Materials[face switch
        {
            SurfaceId.BottomFace => primitive.BottomMaterial,
            SurfaceId.TopFace => primitive.TopMaterial,
            _ => primitive.SideMaterial,
        }];
        var metres = local * new LanePoint(primitive.Half);
        var (u, v) = (face >> 1) switch
        {
            1 => (metres.X, metres.Z),
            0 when primitive.Shape is Shape.Box or Shape.Room => (metres.Z, metres.Y),
            _ => (metres.X, metres.Y),
        };
        var normal = Normal(primitive, face, local);

        // A pixel covers more of what it sees aslant: in one direction, of which the root is the mean of both.
        var aslant = Lanes.Max(Vector256.Abs(LanePoint.Dot(normal, points.Place)) / rays.Depth, Vector256.Create(0.1f));
        var footprint = rays.Depth * Vector256.Create(pixelWidth) / Vector256.Sqrt(aslant);
        var colour = Patterns.Colours(material, u, v, footprint);
        points.Colour = LanePoint.Select(mask, colour, points.Colour);
        points.Normal = LanePoint.Select(mask, normal, points.Normal);
        points.Gloss = Vector256.ConditionalSelect(mask, Vector256.Create(material.Gloss), points.Gloss);
        points.Glow = Vector256.ConditionalSelect(mask, Vector256.Create(material.Glow), points.Glow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LanePoint Normal(in Primitive primitive, int face, in LanePoint local)
    {
        ref readonly var frame = ref primitive.Frame;
        if (primitive.Shape is Shape.Ellipsoid || (primitive.Shape is Shape.Cone && face == 0))
        {
            // The gradient of the shape's equation, turned back into the room.
            var half = primitive.Half;
            var slope = primitive.Shape is Shape.Cone
                ? -Vector256.Create(primitive.Taper) * (Vector256<float>.One + Vector256.Create(primitive.Taper) * local.Y)
                : local.Y;
            var normal = new LanePoint(frame.X) * (local.X * Vector256.Create(1 / half.X))
                + new LanePoint(frame.Y) * (slope * Vector256.Create(1 / half.Y))
                + new LanePoint(frame.Z) * (local.Z * Vector256.Create(1 / half.Z));
            return normal.Normalized();
        }

        var axis = (face >> 1) switch { 0 => frame.X, 1 => frame.Y, _ => frame.Z };
        var isInward = primitive.Shape is Shape.Room;
        return new LanePoint((face & 1) != 0 != isInward ? axis : -axis);
    }
}
