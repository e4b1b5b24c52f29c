namespace Surrogates.Trees;

/// <summary>
/// A node as it is walked: on to <see cref="Left"/>, or to the node behind it where the feature is above the threshold. A leaf leads to
/// itself, for no number is above infinity: so a walk needs no branch, and may go on after it has arrived.
/// </summary>
internal readonly record struct TreeStep(float Threshold, int Feature, int Left)
{
    /// <summary>Whether the node of this index is a leaf.</summary>
    public bool IsLeaf(int index) => Left == index;

    /// <summary>The steps of nodes, and the value of each leaf at the leaf's index.</summary>
    public static (TreeStep[] Steps, float[] Leaves) From(TreeNode[] nodes)
    {
        var steps = new TreeStep[nodes.Length];
        var leaves = new float[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            steps[i] = node.IsLeaf ? new TreeStep(float.PositiveInfinity, 0, i) : new TreeStep(node.Threshold, node.Feature, node.Left);
            leaves[i] = node.IsLeaf ? node.Threshold : 0;
        }

        return (steps, leaves);
    }
}
