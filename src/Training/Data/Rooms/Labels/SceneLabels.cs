using Surrogates.Training.Data.Rooms.Planning;
using Surrogates.Training.Data.Rooms.Rendering;

namespace Surrogates.Training.Data.Rooms.Labels;

/// <summary>The labels that follow from the plan and from what each pixel shows.</summary>
internal static class SceneLabels
{
    public static void WriteSegments(RoomPlan plan, RenderBuffers buffers, Span<byte> segments)
    {
        var primitives = plan.Primitives;
        for (var y = 0; y < buffers.Size; y++)
        {
            var row = segments.Slice(y * buffers.Size, buffers.Size);
            var surfaces = buffers.Surface.AsSpan(y * buffers.Stride, buffers.Size);
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = (byte)Segment(primitives, surfaces[x]);
            }
        }
    }

    /// <summary>The shares of the furniture's pixels; equal ones of what is there, should a tiny picture show no such pixel.</summary>
    public static void WriteObjects(RoomPlan plan, RenderBuffers buffers, Span<float> shares)
    {
        Span<int> counts = stackalloc int[shares.Length];
        ObjectCounts.Count(plan, buffers, counts);
        var sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        for (var kind = 0; kind < counts.Length; kind++)
        {
            shares[kind] = sum > 0
                ? (float)counts[kind] / sum
                : plan.Evidence.Has((ObjectClass)kind) ? 1f / plan.Evidence.Count : 0;
        }
    }

    /// <summary>The six distances and the three angles, in the order of <see cref="LabelNames.Layout"/>.</summary>
    public static void WriteLayout(RoomPlan plan, Span<float> layout)
    {
        var (box, camera) = (plan.Box, plan.Camera);
        (layout[0], layout[1], layout[2]) = (box.Left, box.Right, box.Floor);
        (layout[3], layout[4], layout[5]) = (box.Ceiling, box.Front, box.Back);
        (layout[6], layout[7], layout[8]) = ((float)camera.Yaw, (float)camera.Pitch, (float)camera.Roll);
    }

    private static SegmentClass Segment(ReadOnlySpan<Geometry.Primitive> primitives, int surface)
    {
        var index = SurfaceId.Primitive(surface);
        if (index > 0)
        {
            return primitives[index].Segment;
        }

        return SurfaceId.Face(surface) switch
        {
            SurfaceId.BottomFace => SegmentClass.Floor,
            SurfaceId.TopFace => SegmentClass.Ceiling,
            _ => SegmentClass.Wall,
        };
    }
}
