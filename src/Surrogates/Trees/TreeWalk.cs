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
    /// <param name="nodes">The nodes of all trees, whose indices were checked when they were made or read.</param>
    /// <param name="root">The tree's root.</param>
    /// <param name="rows">The rows' features, one row after the other.</param>
    /// <param name="features">The number of features that a row has.</param>
    /// <param name="predictions">Receives each row's value on top of what it holds.</param>
    public static void Add(TreeNode[] nodes, int root, ReadOnlySpan<float> rows, int features, Span<double> predictions)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(nodes);
        ref var x = ref MemoryMarshal.GetReference(rows);
        var (a, b, c, d) = (root, root, root, root);
        var (e, f, g, h) = (root, root, root, root);
        bool walks;
        do
        {
            walks = Step(ref first, ref x, ref a);
            walks |= Step(ref first, ref Unsafe.Add(ref x, features), ref b);
            walks |= Step(ref first, ref Unsafe.Add(ref x, 2 * features), ref c);
            walks |= Step(ref first, ref Unsafe.Add(ref x, 3 * features), ref d);
            walks |= Step(ref first, ref Unsafe.Add(ref x, 4 * features), ref e);
            walks |= Step(ref first, ref Unsafe.Add(ref x, 5 * features), ref f);
            walks |= Step(ref first, ref Unsafe.Add(ref x, 6 * features), ref g);
            walks |= Step(ref first, ref Unsafe.Add(ref x, 7 * features), ref h);
        }
        while (walks);

        predictions[0] += nodes[a].Threshold;
        predictions[1] += nodes[b].Threshold;
        predictions[2] += nodes[c].Threshold;
        predictions[3] += nodes[d].Threshold;
        predictions[4] += nodes[e].Threshold;
        predictions[5] += nodes[f].Threshold;
        predictions[6] += nodes[g].Threshold;
        predictions[7] += nodes[h].Threshold;
    }

    // Without a branch: a leaf reads feature 0 and stays where it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Step(ref TreeNode nodes, ref float row, ref int at)
    {
        ref var node = ref Unsafe.Add(ref nodes, at);
        var inner = ~(node.Feature >> 31);
        var right = Unsafe.Add(ref row, node.Feature & inner) <= node.Threshold ? 0 : 1;
        at = (at & ~inner) | ((node.Left + right) & inner);
        return inner != 0;
    }
}
