namespace Surrogates.Trees;

/// <summary>
/// Regression trees in members: a member predicts the sum of its trees and a constant, the ensemble the mean of its members, and
/// the spread of the members says how sure it is. Extremely randomized trees have one tree a member, bagged boosting many.
/// </summary>
internal sealed class TreeEnsemble
{
    private readonly TreeNode[] _nodes;
    private readonly int[] _roots;
    private readonly int[] _memberEnds;
    private readonly double[] _constants;

    /// <summary>Creates an ensemble.</summary>
    /// <param name="features">The number of features that a row has.</param>
    /// <param name="members">Each member's constant and trees; in a tree, child indices count from its own first node.</param>
    public TreeEnsemble(int features, IReadOnlyList<(double Constant, IReadOnlyList<TreeNode[]> Trees)> members)
    {
        ArgumentOutOfRangeException.ThrowIfZero(members.Count);
        Features = features;
        var nodes = new List<TreeNode>(members.Sum(member => member.Trees.Sum(tree => tree.Length)));
        var roots = new List<int>();
        _memberEnds = new int[members.Count];
        _constants = [.. members.Select(member => member.Constant)];
        for (var m = 0; m < members.Count; m++)
        {
            foreach (var tree in members[m].Trees)
            {
                var root = nodes.Count;
                roots.Add(root);
                nodes.AddRange(tree.Select(node => node.Feature < 0 ? node : node with { Left = node.Left + root }));
            }

            _memberEnds[m] = roots.Count;
        }

        _nodes = [.. nodes];
        _roots = [.. roots];
    }

    /// <summary>The number of features that a row has.</summary>
    public int Features { get; }

    /// <summary>The number of members.</summary>
    public int Members => _memberEnds.Length;

    /// <summary>Each member's constant and trees, child indices counted from the tree's own first node.</summary>
    public IEnumerable<(double Constant, IReadOnlyList<TreeNode[]> Trees)> GetMembers()
    {
        var tree = 0;
        for (var m = 0; m < Members; m++)
        {
            var trees = new List<TreeNode[]>();
            for (; tree < _memberEnds[m]; tree++)
            {
                var root = _roots[tree];
                var end = tree + 1 < _roots.Length ? _roots[tree + 1] : _nodes.Length;
                trees.Add([.. _nodes[root..end].Select(node => node.Feature < 0 ? node : node with { Left = node.Left - root })]);
            }

            yield return (_constants[m], trees);
        }
    }

    /// <summary>Mean and standard deviation over the members, for each row.</summary>
    /// <param name="rows">The rows' features, one row after the other.</param>
    /// <param name="means">Receives each row's mean.</param>
    /// <param name="deviations">Receives each row's standard deviation over the members.</param>
    public void Predict(ReadOnlySpan<float> rows, Span<double> means, Span<double> deviations)
    {
        var sums = new double[means.Length];
        means.Clear();
        deviations.Clear();
        for (var m = 0; m < Members; m++)
        {
            PredictMember(m, rows, sums);
            for (var row = 0; row < sums.Length; row++)
            {
                means[row] += sums[row];
                deviations[row] += sums[row] * sums[row];
            }
        }

        for (var row = 0; row < means.Length; row++)
        {
            means[row] /= Members;
            deviations[row] = Math.Sqrt(Math.Max(0, (deviations[row] / Members) - (means[row] * means[row])));
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
            var root = _roots[tree];
            for (var row = 0; row < predictions.Length; row++)
            {
                var features = rows.Slice(row * Features, Features);
                ref readonly var node = ref _nodes[root];
                while (node.Feature >= 0)
                {
                    node = ref _nodes[node.Left + (features[node.Feature] <= node.Threshold ? 0 : 1)];
                }

                predictions[row] += node.Threshold;
            }
        }
    }
}
