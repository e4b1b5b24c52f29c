using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Rendering;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>Looks at a scene in a small picture, to see whether it shows what it should; the same for every size of picture.</summary>
internal sealed class Probe
{
    private const int Size = 32;

    /// <summary>The pixels that a kind of furniture must have, and all of them together.</summary>
    private const int Least = 6, LeastOfAll = 45;

    private readonly RenderBuffers _buffers = new(Size);

    /// <summary>Whether each kind of furniture of the evidence is seen.</summary>
    public bool Shows(RoomPlan plan)
    {
        VisibilityPass.Run(plan, _buffers);
        Span<int> counts = stackalloc int[LabelNames.Objects.Length];
        ObjectCounts.Count(plan, _buffers, counts);
        var (kinds, all) = (0, 0);
        for (var kind = 0; kind < counts.Length; kind++)
        {
            kinds |= counts[kind] >= Least ? 1 << kind : 0;
            all += counts[kind];
        }

        return kinds == plan.Evidence.Kinds && all >= LeastOfAll;
    }
}
