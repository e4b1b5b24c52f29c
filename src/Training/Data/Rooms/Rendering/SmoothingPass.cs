using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Planning;

namespace Surrogates.Training.Data.Rooms.Rendering;

/// <summary>
/// Gives each pixel on an edge the mean of four more rays. An edge lies between what the pixel and its neighbours show, so that the
/// rays are cut with these primitives alone, and take the light of the one of these pixels that shows the same surface.
/// </summary>
internal sealed class SmoothingPass(int size)
{
    private const int Rays = 4;

    /// <summary>Two pixels with four neighbours each.</summary>
    private const int MostCandidates = 10;

    // A square, turned so that the rays have four different columns and rows.
    private static readonly Vector256<float> OffsetX = Vector256.Create(-0.125f, 0.375f, -0.375f, 0.125f, -0.125f, 0.375f, -0.375f, 0.125f);
    private static readonly Vector256<float> OffsetY = Vector256.Create(-0.375f, -0.125f, 0.125f, 0.375f, -0.375f, -0.125f, 0.125f, 0.375f);

    private readonly List<EdgePixel> _edges = new(size * size / 2);
    private readonly List<Point3> _smooth = new(size * size / 2);

    public void Run(RoomPlan plan, RenderBuffers buffers)
    {
        FindEdges(buffers);
        _smooth.Clear();
        var edges = CollectionsMarshal.AsSpan(_edges);
        for (var i = 0; i < edges.Length; i += 2)
        {
            // The last may be alone, and is then smoothed twice alike.
            ref readonly var one = ref edges[i];
            ref readonly var other = ref edges[Math.Min(i + 1, edges.Length - 1)];
            var light = Gather(buffers, one, other, Trace(plan, buffers, one, other));
            _smooth.Add(new Point3(Mean(light.X.GetLower()), Mean(light.Y.GetLower()), Mean(light.Z.GetLower())));
            _smooth.Add(new Point3(Mean(light.X.GetUpper()), Mean(light.Y.GetUpper()), Mean(light.Z.GetUpper())));
        }

        // Only now: until here the neighbours had to be as they were.
        for (var i = 0; i < edges.Length; i++)
        {
            (buffers.Red[edges[i].At], buffers.Green[edges[i].At], buffers.Blue[edges[i].At]) = (_smooth[i].X, _smooth[i].Y, _smooth[i].Z);
        }
    }

    private void FindEdges(RenderBuffers buffers)
    {
        _edges.Clear();
        var (last, stride, surface) = (buffers.Size - 1, buffers.Stride, buffers.Surface);
        for (var y = 0; y <= last; y++)
        {
            var (up, down) = (y > 0 ? -stride : 0, y < last ? stride : 0);
            for (var x = 0; x <= last; x++)
            {
                var at = y * stride + x;
                var (left, right, id) = (x > 0 ? at - 1 : at, x < last ? at + 1 : at, surface[at]);
                if (((surface[left] ^ id) | (surface[right] ^ id) | (surface[at + up] ^ id) | (surface[at + down] ^ id)) != 0)
                {
                    _edges.Add(new EdgePixel(x, y, at, left, right, at + up, at + down));
                }
            }
        }
    }

    /// <summary>The surfaces that the rays of two pixels meet.</summary>
    private static Vector256<int> Trace(RoomPlan plan, RenderBuffers buffers, in EdgePixel one, in EdgePixel other)
    {
        Span<int> candidates = stackalloc int[MostCandidates];
        var count = Add(buffers.Surface, one, candidates, 0);
        count = Add(buffers.Surface, other, candidates, count);
        var (half, scale) = (Vector256.Create(0.5f), Vector256.Create(2f / buffers.Size));
        var width = Vector256.Create(plan.Camera.HalfWidth);
        var x = ((Pair(one.X, other.X) + half + OffsetX) * scale - Vector256<float>.One) * width;
        var y = (Vector256<float>.One - (Pair(one.Y, other.Y) + half + OffsetY) * scale) * width;
        var depth = Vector256.Create(float.PositiveInfinity);
        var surface = Vector256.Create(-1);
        var primitives = plan.Primitives;
        foreach (var candidate in candidates[..count])
        {
            var t = Enter(primitives[candidate], x, y, out var face);
            var isNearer = Vector256.LessThan(t, depth);
            depth = Vector256.ConditionalSelect(isNearer, t, depth);
            surface = Vector256.ConditionalSelect(isNearer.AsInt32(), face + Vector256.Create(SurfaceId.Of(candidate)), surface);
        }

        return surface;
    }

    private static int Add(int[] surface, in EdgePixel pixel, Span<int> candidates, int count)
    {
        count = Add(surface[pixel.At], candidates, count);
        count = Add(surface[pixel.Left], candidates, count);
        count = Add(surface[pixel.Right], candidates, count);
        count = Add(surface[pixel.Above], candidates, count);
        return Add(surface[pixel.Below], candidates, count);
    }

    private static int Add(int surface, Span<int> candidates, int count)
    {
        var primitive = SurfaceId.Primitive(surface);
        for (var i = 0; i < count; i++)
        {
            if (candidates[i] == primitive)
            {
                return count;
            }
        }

        candidates[count] = primitive;
        return count + 1;
    }

    private static Vector256<float> Enter(in Primitive primitive, Vector256<float> x, Vector256<float> y, out Vector256<int> face)
    {
        ref readonly var view = ref primitive.View;
        var origin = new LanePoint(view.Origin);
        var direction = new LanePoint(view.Ahead) + new LanePoint(view.Up) * y + new LanePoint(view.Right) * x;
        return primitive.Shape switch
        {
            Shape.Room => RoomShape.Enter(origin, direction, 0, out face),
            Shape.Box => BoxShape.Enter(origin, direction, 0, out face),
            Shape.Ellipsoid => EllipsoidShape.Enter(origin, direction, 0, out face),
            _ => ConeShape.Enter(origin, direction, primitive.Taper, out face),
        };
    }

    /// <summary>The light of surfaces: of the pixel itself where it or none of its neighbours shows the same.</summary>
    private static LanePoint Gather(RenderBuffers buffers, in EdgePixel one, in EdgePixel other, Vector256<int> surfaces)
    {
        var light = Light(buffers, one.At, other.At);
        var known = Vector256.Equals(surfaces, Surface(buffers, one.At, other.At));
        Take(buffers, one.Left, other.Left, surfaces, ref known, ref light);
        Take(buffers, one.Right, other.Right, surfaces, ref known, ref light);
        Take(buffers, one.Above, other.Above, surfaces, ref known, ref light);
        Take(buffers, one.Below, other.Below, surfaces, ref known, ref light);
        return light;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(
        RenderBuffers buffers, int one, int other, Vector256<int> surfaces, ref Vector256<int> known, ref LanePoint light)
    {
        var same = Vector256.AndNot(Vector256.Equals(surfaces, Surface(buffers, one, other)), known);
        light = LanePoint.Select(same.AsSingle(), Light(buffers, one, other), light);
        known |= same;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Surface(RenderBuffers buffers, int one, int other) =>
        Vector256.Create(Vector128.Create(buffers.Surface[one]), Vector128.Create(buffers.Surface[other]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LanePoint Light(RenderBuffers buffers, int one, int other) => new(
        Pair(buffers.Red[one], buffers.Red[other]),
        Pair(buffers.Green[one], buffers.Green[other]),
        Pair(buffers.Blue[one], buffers.Blue[other]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pair(float one, float other) => Vector256.Create(Vector128.Create(one), Vector128.Create(other));

    private static float Mean(Vector128<float> light) => (light[0] + light[1] + (light[2] + light[3])) / Rays;
}
