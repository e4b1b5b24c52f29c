using Surrogates.Training.Data.Rooms.Planning;
using Surrogates.Training.Data.Rooms.Rendering;

namespace Surrogates.Training.Data.Rooms.Labels;

/// <summary>How many pixels each kind of furniture has.</summary>
internal static class ObjectCounts
{
    public static void Count(RoomPlan plan, RenderBuffers buffers, Span<int> counts)
    {
        counts.Clear();
        var primitives = plan.Primitives;
        var items = plan.Items;
        for (var y = 0; y < buffers.Size; y++)
        {
            foreach (var surface in buffers.Surface.AsSpan(y * buffers.Stride, buffers.Size))
            {
                var item = primitives[SurfaceId.Primitive(surface)].Item;
                if (item >= 0 && items[item].Object is not ObjectClass.None and var kind)
                {
                    counts[(int)kind]++;
                }
            }
        }
    }
}
