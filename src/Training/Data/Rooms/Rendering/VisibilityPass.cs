using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Planning;

namespace Surrogates.Training.Data.Rooms.Rendering;

/// <summary>
/// Finds the nearest surface of each pixel: one primitive after the other, each within its bounds on the screen, against the depth
/// that is there.
/// </summary>
internal static class VisibilityPass
{
    public static void Run(RoomPlan plan, RenderBuffers buffers)
    {
        Array.Fill(buffers.Depth, float.PositiveInfinity);
        var primitives = plan.Primitives;
        for (var i = 0; i < primitives.Length; i++)
        {
            ref readonly var primitive = ref primitives[i];
            var halfWidth = plan.Camera.HalfWidth;
            switch (primitive.Shape)
            {
                case Shape.Room:
                    Draw<RoomShape>(primitive, i, halfWidth, buffers);
                    break;
                case Shape.Box:
                    Draw<BoxShape>(primitive, i, halfWidth, buffers);
                    break;
                case Shape.Ellipsoid:
                    Draw<EllipsoidShape>(primitive, i, halfWidth, buffers);
                    break;
                default:
                    Draw<ConeShape>(primitive, i, halfWidth, buffers);
                    break;
            }
        }
    }

    private static void Draw<TShape>(in Primitive primitive, int index, float halfWidth, RenderBuffers buffers)
        where TShape : struct, IShape
    {
        ref readonly var view = ref primitive.View;
        var bounds = view.Bounds;
        var top = Pixel(-bounds.Top, buffers.Size);
        var bottom = Pixel(-bounds.Bottom, buffers.Size);
        var left = Pixel(bounds.Left, buffers.Size) / Lanes.Count * Lanes.Count;
        var right = Pixel(bounds.Right, buffers.Size);
        var origin = new LanePoint(view.Origin);
        var sideways = new LanePoint(view.Right);
        var id = Vector256.Create(SurfaceId.Of(index));
        for (var y = top; y <= bottom; y++)
        {
            var start = new LanePoint(view.Ahead + view.Up * (buffers.Row(y) * halfWidth));
            var depths = buffers.Depth.AsSpan(y * buffers.Stride, buffers.Stride);
            var surfaces = buffers.Surface.AsSpan(y * buffers.Stride, buffers.Stride);
            for (var x = left; x <= right; x += Lanes.Count)
            {
                var direction = start + sideways * (buffers.Columns(x) * Vector256.Create(halfWidth));
                var t = TShape.Enter(origin, direction, primitive.Taper, out var face);
                var depth = Vector256.Create<float>(depths[x..]);
                var isNearer = Vector256.LessThan(t, depth);
                if (isNearer != Vector256<float>.Zero)
                {
                    Vector256.ConditionalSelect(isNearer, t, depth).CopyTo(depths[x..]);
                    var surface = Vector256.Create<int>(surfaces[x..]);
                    Vector256.ConditionalSelect(isNearer.AsInt32(), id + face, surface).CopyTo(surfaces[x..]);
                }
            }
        }
    }

    /// <summary>The pixel at a coordinate from −1 to 1; what is outside comes to the nearest one.</summary>
    private static int Pixel(float coordinate, int size) =>
        (int)MathF.Floor(Math.Clamp((coordinate + 1) / 2 * size, 0, size - 1));
}
