using System.Numerics;
using Surrogates.Training.Data.Rooms.Labels;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>What a scene shows of its type. All else of it is drawn from this alone, without regard to the type.</summary>
/// <param name="Kinds">The furniture: bit k is set where a piece of kind k is seen.</param>
/// <param name="Floor">The floor.</param>
/// <param name="Wall">The walls.</param>
/// <param name="IsNarrow">Whether the room is a passage.</param>
internal readonly record struct Evidence(int Kinds, FloorFinish Floor, WallFinish Wall, bool IsNarrow)
{
    /// <summary>How many kinds of furniture there are.</summary>
    public int Count => BitOperations.PopCount((uint)Kinds);

    public bool Has(ObjectClass kind) => (Kinds >> (int)kind & 1) != 0;
}
