using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Surrogates.Models;
using Surrogates.Numerics;

namespace Surrogates.Trees;

/// <summary>Bags of ML.NET's boosted trees, as one <see cref="TreeEnsemble"/>: each bag is trained on a bootstrap of the rows.</summary>
internal static class BoostedTrees
{
    /// <summary>The trees of a bag.</summary>
    public const int Trees = 50;

    /// <summary>The share of each tree that is added.</summary>
    public const double LearningRate = 0.2;

    /// <summary>The share of the features that a split or a tree chooses among.</summary>
    public const double FeatureFraction = 0.5;

    private const int Bags = 10;

    /// <summary>The leaves of a tree: few labels carry no high interactions, and small trees are faster.</summary>
    public static int Leaves(int rows) => Math.Clamp(rows / 25, 4, 16);

    /// <summary>The fewest rows in a leaf.</summary>
    public static int MinimumExampleCountPerLeaf(int rows) => Math.Clamp(rows / 20, 1, 5);

    /// <summary>Trains the bags.</summary>
    /// <param name="rows">The rows' features, one row after the other.</param>
    /// <param name="targets">The rows' targets.</param>
    /// <param name="seed">The seed of every random choice.</param>
    /// <param name="train">Trains one bag in the environment given, and returns its trees, or null for none.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public static RegressionFit Fit(
        float[] rows,
        double[] targets,
        int seed,
        Func<MLContext, IDataView, (double Bias, RegressionTreeEnsemble Trees)?> train,
        CancellationToken cancellationToken)
    {
        var width = rows.Length / targets.Length;
        var members = new (double, IReadOnlyList<TreeNode[]>)[Bags];
        var drawn = new bool[Bags][];
        for (var bag = 0; bag < Bags; bag++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = SplitMix64.ForStream(seed, bag);
            var context = new MLContext(unchecked((int)random.Next()));
            var sample = new Row[targets.Length];
            drawn[bag] = new bool[targets.Length];
            for (var i = 0; i < sample.Length; i++)
            {
                var row = random.Next(targets.Length);
                drawn[bag][row] = true;
                sample[i] = new Row { Features = rows[(row * width)..((row + 1) * width)], Label = (float)targets[row] };
            }

            var schema = SchemaDefinition.Create(typeof(Row));
            schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, width);
            members[bag] = train(context, context.Data.LoadFromEnumerable(sample, schema)) is var (bias, trees)
                ? (bias, [.. trees.Trees.Zip(trees.TreeWeights, Flatten)])
                : (sample.Average(row => row.Label), []);
        }

        var ensemble = new TreeEnsemble(width, members);
        return new RegressionFit(ensemble, () => OutOfBag.Predict(ensemble, rows, drawn));
    }

    private static TreeNode[] Flatten(RegressionTree tree, double weight)
    {
        // Children in ML.NET's arrays: an inner node's index, or the complement of a leaf's.
        var nodes = new List<TreeNode> { default };
        var pending = new Queue<(int Place, int Child)>();
        pending.Enqueue((0, tree.NumberOfNodes == 0 ? ~0 : 0));
        while (pending.TryDequeue(out var next))
        {
            if (next.Child < 0)
            {
                nodes[next.Place] = TreeNode.Leaf((float)(weight * tree.LeafValues[~next.Child]));
                continue;
            }

            var left = nodes.Count;
            nodes.AddRange([default, default]);
            nodes[next.Place] = new TreeNode(
                tree.NumericalSplitFeatureIndexes[next.Child], tree.NumericalSplitThresholds[next.Child], left);
            pending.Enqueue((left, tree.LeftChild[next.Child]));
            pending.Enqueue((left + 1, tree.RightChild[next.Child]));
        }

        return [.. nodes];
    }

    private sealed class Row
    {
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }
}
