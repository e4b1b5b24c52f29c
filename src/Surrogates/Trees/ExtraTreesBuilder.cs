using Surrogates.Models;
using Surrogates.Numerics;

namespace Surrogates.Trees;

/// <summary>
/// Grows extremely randomized trees: at each node, some features are drawn, each with a threshold drawn uniformly between its
/// smallest and largest value there, and the pair that reduces the squared error most splits the node.
/// </summary>
/// <remarks>Geurts, Ernst, Wehenkel: "Extremely randomized trees", Machine Learning 63, 2006; with a bootstrap unless told otherwise.</remarks>
internal sealed class ExtraTreesBuilder
{
    private readonly ExtraTreesOptions _options;
    private readonly float[] _rows;
    private readonly float[][] _columns;
    private readonly double[] _targets;
    private readonly int[] _varying;

    /// <summary>Prepares training data.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="rows">The rows' features, one row after the other.</param>
    /// <param name="targets">The rows' targets.</param>
    public ExtraTreesBuilder(ExtraTreesOptions options, float[] rows, double[] targets)
    {
        options.Validate();
        _rows = rows;
        var features = rows.Length / targets.Length;
        _options = options;
        _targets = targets;
        _columns = new float[features][];
        for (var feature = 0; feature < features; feature++)
        {
            var column = _columns[feature] = new float[targets.Length];
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = rows[(row * features) + feature];
            }
        }

        // A feature that never varies can split nothing.
        _varying = [.. Enumerable.Range(0, features).Where(f => _columns[f].AsSpan().ContainsAnyExcept(_columns[f][0]))];
    }

    /// <summary>Grows the ensemble.</summary>
    public TreeEnsemble Build(CancellationToken cancellationToken = default) => Grow(out _, cancellationToken);

    /// <summary>Grows the ensemble; with a bootstrap, rows are predicted as unseen by the trees that did not draw them.</summary>
    public RegressionFit Fit(CancellationToken cancellationToken = default)
    {
        var trees = Grow(out var drawn, cancellationToken);
        return new RegressionFit(trees, _options.Bootstrap ? () => OutOfBag.Predict(trees, _rows, drawn) : null);
    }

    private TreeEnsemble Grow(out bool[][] drawn, CancellationToken cancellationToken)
    {
        var members = new (double, IReadOnlyList<TreeNode[]>)[_options.NumberOfTrees];
        var growth = new ExtraTreeGrowth(_options, _columns, _targets, _varying);
        drawn = new bool[members.Length][];
        for (var tree = 0; tree < members.Length; tree++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            members[tree] = (0, [growth.Grow(SplitMix64.ForStream(_options.Seed, tree), out drawn[tree])]);
        }

        return new TreeEnsemble(_columns.Length, members);
    }
}
