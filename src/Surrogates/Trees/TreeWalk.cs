using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Surrogates.Trees;

/// <summary>
/// Walks several rows down a tree side by side. One row waits for memory at each node; so the waits of several overlap.
/// </summary>
internal static class TreeWalk
{
    /// <summary>The rows that are walked together.</summary>
    public const int Lanes = 8;

    /// <summary>Adds a tree's values for <see cref="Lanes"/> rows.</summary>
    /// <param name="steps">The nodes of all trees, whose indices were checked when they were made or read.</param>
    /// <param name="leaves">The value of each leaf.</param>
    /// <param name="root">The tree's root.</param>
    /// <param name="rows">The rows' features, one row after the other.</param>
    /// <param name="features">The number of features that a row has.</param>
    /// <param name="predictions">Receives each row's value on top of what it holds.</param>
    public static void Add(
        TreeStep[] steps, float[] leaves, int root, ReadOnlySpan<float> rows, int features, Span<double> predictions)
    {
        // Whoever calls has sized the spans; checks here would cost as much as the walk.
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(steps);
        ref var r0 = ref MemoryMarshal.GetReference(rows);
        ref var r4 = ref Unsafe.Add(ref r0, 4 * features);
        var (a, b, c, d) = (root, root, root, root);
        var (e, f, g, h) = (root, root, root, root);
        int moved;
        do
        {
            moved = Step(ref nodes, ref r0, ref a);
            moved |= Step(ref nodes, ref Unsafe.Add(ref r0, features), ref b);
            moved |= Step(ref nodes, ref Unsafe.Add(ref r0, 2 * features), ref c);
            moved |= Step(ref nodes, ref Unsafe.Add(ref r0, 3 * features), ref d);
            moved |= Step(ref nodes, ref r4, ref e);
            moved |= Step(ref nodes, ref Unsafe.Add(ref r4, features), ref f);
            moved |= Step(ref nodes, ref Unsafe.Add(ref r4, 2 * features), ref g);
            moved |= Step(ref nodes, ref Unsafe.Add(ref r4, 3 * features), ref h);
        }
        while (moved != 0);

        ReadOnlySpan<int> arrived = [a, b, c, d, e, f, g, h];
        for (var lane = 0; lane < Lanes; lane++)
        {
            predictions[lane] += leaves[arrived[lane]];
        }
    }

    // Not zero where the row has moved.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Step(ref TreeStep nodes, ref float row, ref int at)
    {
        ref var node = ref Unsafe.Add(ref nodes, at);
        var next = node.Left + (Unsafe.Add(ref row, node.Feature) > node.Threshold ? 1 : 0);
        var moved = next ^ at;
        at = next;
        return moved;
    }
}
