using System.Runtime.InteropServices;

namespace Surrogates.Trees;

/// <summary>
/// A node of a flat binary regression tree. A row goes to the node at <see cref="Left"/> where its feature is at most
/// <see cref="Threshold"/>, else to the one behind it; a leaf has <see cref="Feature"/> −1 and its value in
/// <see cref="Threshold"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TreeNode(int Feature, float Threshold, int Left)
{
    public static TreeNode Leaf(float value) => new(-1, value, 0);
}
