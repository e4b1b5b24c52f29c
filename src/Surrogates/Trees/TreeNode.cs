namespace Surrogates.Trees;

/// <summary>
/// A node of a flat binary regression tree. A row goes to the node at <see cref="Left"/> where its feature is at most
/// <see cref="Threshold"/>, else to the one behind it; a leaf has <see cref="Feature"/> −1 and its value in
/// <see cref="Threshold"/>. A tree's nodes stand breadth first, so that the children of the k-th split are nodes 2k + 1 and 2k + 2.
/// </summary>
internal readonly record struct TreeNode(int Feature, float Threshold, int Left)
{
    public bool IsLeaf => Feature < 0;

    public static TreeNode Leaf(float value) => new(-1, value, 0);
}
