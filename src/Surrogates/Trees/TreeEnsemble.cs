using System.Runtime.InteropServices;
using Surrogates.Models;

namespace Surrogates.Trees;

/// <summary>
/// Regression trees in members: a member predicts the sum of its trees and a constant, the ensemble the mean of its members, and
/// the spread of the members says how sure it is. Extremely randomized trees have one tree a member, bagged boosting many.
/// </summary>
internal sealed class TreeEnsemble : IRegressionModel
{
    // So many rows and a tree stay in the cache together.
    private const int BlockRows = 1024;

    private readonly TreeStep[] _steps;
    private readonly float[] _leaves;
    private readonly int[] _roots;
    private readonly int[] _memberEnds;
    private readonly double[] _constants;

    /// <summary>Creates an ensemble.</summary>
    /// <param name="features">The number of features that a row has.</param>
    /// <param name="members">Each member's constant and trees. A tree's nodes stand breadth first: see <see cref="TreeNode"/>.</param>
    public TreeEnsemble(int features, IReadOnlyList<(double Constant, IReadOnlyList<TreeNode[]> Trees)> members)
    {
        ArgumentOutOfRangeException.ThrowIfZero(members.Count);
        Features = features;
        var all = new TreeNode[members.Sum(member => member.Trees.Sum(tree => tree.Length))];
        _roots = new int[members.Sum(member => member.Trees.Count)];
        _memberEnds = new int[members.Count];
        _constants = [.. members.Select(member => member.Constant)];
        var (tree, node) = (0, 0);
        for (var m = 0; m < members.Count; m++)
        {
            foreach (var nodes in members[m].Trees)
            {
                var root = node;
                _roots[tree++] = root;
                foreach (var part in nodes)
                {
                    all[node++] = part.IsLeaf ? part : part with { Left = part.Left + root };
                }
            }

            _memberEnds[m] = tree;
        }

        (_steps, _leaves) = TreeStep.From(all);
    }

    private TreeEnsemble(int features, double[] constants, int[] memberEnds, int[] roots, TreeNode[] nodes)
    {
        (Features, _constants, _memberEnds, _roots) = (features, constants, memberEnds, roots);
        (_steps, _leaves) = TreeStep.From(nodes);
    }

    /// <inheritdoc/>
    public int Features { get; }

    /// <summary>The number of members.</summary>
    public int Members => _memberEnds.Length;

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> rows, Span<double> means, Span<double> deviations)
    {
        var scratch = new double[Math.Min(means.Length, BlockRows)];
        for (var start = 0; start < means.Length; start += BlockRows)
        {
            var count = Math.Min(BlockRows, means.Length - start);
            PredictBlock(
                rows.Slice(start * Features, count * Features),
                means.Slice(start, count),
                deviations.Slice(start, count),
                scratch.AsSpan(0, count));
        }
    }

    /// <summary>One member's predictions.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="rows">The rows' features, one row after the other.</param>
    /// <param name="predictions">Receives each row's prediction.</param>
    public void PredictMember(int member, ReadOnlySpan<float> rows, Span<double> predictions)
    {
        // Tree by tree, so that a tree stays in the cache for all rows.
        predictions.Fill(_constants[member]);
        for (var tree = member == 0 ? 0 : _memberEnds[member - 1]; tree < _memberEnds[member]; tree++)
        {
            AddTree(_roots[tree], rows, predictions);
        }
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Features);
        writer.Write(Members);
        for (var member = 0; member < Members; member++)
        {
            writer.Write(_constants[member]);
            writer.Write(_memberEnds[member]);
        }

        // All features, then all thresholds: alike numbers side by side compress far better. Child indices follow from the order.
        var nodes = Enumerable.Range(0, _steps.Length);
        writer.Write(_steps.Length);
        writer.Write(MemoryMarshal.AsBytes<short>([.. nodes.Select(i => _steps[i].IsLeaf(i) ? (short)-1 : (short)_steps[i].Feature)]));
        writer.Write(MemoryMarshal.AsBytes<float>([.. nodes.Select(i => _steps[i].IsLeaf(i) ? _leaves[i] : _steps[i].Threshold)]));
    }

    /// <summary>Reads what <see cref="Write"/> wrote, and checks it: no feature is out of range, no index leads astray.</summary>
    public static TreeEnsemble Read(BinaryReader reader)
    {
        const int MaximumFeatures = short.MaxValue;
        const int MaximumTrees = 1 << 20;
        const int MaximumNodes = 1 << 26;
        var features = ReadCount(reader, MaximumFeatures, "features");
        var constants = new double[ReadCount(reader, MaximumTrees, "members")];
        var memberEnds = new int[constants.Length];
        for (var member = 0; member < constants.Length; member++)
        {
            constants[member] = reader.ReadDouble();
            memberEnds[member] = ReadCount(reader, MaximumTrees, "trees", minimum: 0);
            if (member > 0 && memberEnds[member] < memberEnds[member - 1])
            {
                throw new InvalidDataException($"member {member} of the trees ends before it begins");
            }
        }

        var count = ReadCount(reader, MaximumNodes, "nodes", minimum: 0);
        var splits = MemoryMarshal.Cast<byte, short>(ReadExactly(reader, count * sizeof(short)));
        var thresholds = MemoryMarshal.Cast<byte, float>(ReadExactly(reader, count * sizeof(float)));
        var nodes = new TreeNode[count];
        var roots = new int[memberEnds[^1]];
        var next = 0;
        for (var tree = 0; tree < roots.Length; tree++)
        {
            roots[tree] = next;
            for (var (open, left) = (1, next + 1); open > 0; open--, next++)
            {
                if (next >= count || splits[next] >= features)
                {
                    throw new InvalidDataException(next >= count ? $"tree {tree} is not whole" : $"node {next} splits on feature {splits[next]} of {features}");
                }

                nodes[next] = splits[next] < 0 ? TreeNode.Leaf(thresholds[next]) : new TreeNode(splits[next], thresholds[next], left);
                (open, left) = splits[next] < 0 ? (open, left) : (open + 2, left + 2);
            }
        }

        return next == count
            ? new TreeEnsemble(features, constants, memberEnds, roots, nodes)
            : throw new InvalidDataException($"{count - next} nodes belong to no tree");
    }

    private static int ReadCount(BinaryReader reader, int maximum, string what, int minimum = 1)
    {
        var count = reader.ReadInt32();
        return count >= minimum && count <= maximum
            ? count
            : throw new InvalidDataException($"{count} {what} of trees; expected {minimum} to {maximum}");
    }

    private static byte[] ReadExactly(BinaryReader reader, int count)
    {
        var bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw new EndOfStreamException("the trees end too early");
    }

    private void PredictBlock(ReadOnlySpan<float> rows, Span<double> means, Span<double> deviations, Span<double> member)
    {
        means.Clear();
        deviations.Clear();
        for (var m = 0; m < Members; m++)
        {
            PredictMember(m, rows, member);
            var share = 1.0 / (m + 1);
            for (var row = 0; row < member.Length; row++)
            {
                // Welford's update: exact where all members agree.
                var difference = member[row] - means[row];
                means[row] += difference * share;
                deviations[row] += difference * (member[row] - means[row]);
            }
        }

        foreach (ref var deviation in deviations)
        {
            deviation = Math.Sqrt(Math.Max(0, deviation) / Members);
        }
    }

    private void AddTree(int root, ReadOnlySpan<float> rows, Span<double> predictions)
    {
        var row = 0;
        for (; row + TreeWalk.Lanes <= predictions.Length; row += TreeWalk.Lanes)
        {
            var together = rows.Slice(row * Features, TreeWalk.Lanes * Features);
            TreeWalk.Add(_steps, _leaves, root, together, Features, predictions.Slice(row, TreeWalk.Lanes));
        }

        for (; row < predictions.Length; row++)
        {
            var features = rows.Slice(row * Features, Features);
            var at = root;
            while (!_steps[at].IsLeaf(at))
            {
                at = _steps[at].Left + (features[_steps[at].Feature] > _steps[at].Threshold ? 1 : 0);
            }

            predictions[row] += _leaves[at];
        }
    }
}
