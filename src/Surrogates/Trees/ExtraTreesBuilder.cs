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
    private readonly float[][] _columns;
    private readonly double[] _targets;
    private readonly int[] _varying;

    /// <summary>Prepares training data.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="rows">The rows' features, one row after the other.</param>
    /// <param name="targets">The rows' targets.</param>
    public ExtraTreesBuilder(ExtraTreesOptions options, ReadOnlySpan<float> rows, double[] targets)
    {
        options.Validate();
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
    public TreeEnsemble Build(CancellationToken cancellationToken = default)
    {
        var members = new (double, IReadOnlyList<TreeNode[]>)[_options.NumberOfTrees];
        for (var tree = 0; tree < members.Length; tree++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            members[tree] = (0, [new Growth(this, SplitMix64.ForStream(_options.Seed, tree)).Grow()]);
        }

        return new TreeEnsemble(_columns.Length, members);
    }

    /// <summary>The growth of one tree.</summary>
    private sealed class Growth(ExtraTreesBuilder data, SplitMix64 random)
    {
        private readonly List<TreeNode> _nodes = [default];
        private readonly int[] _rows = [.. Enumerable.Range(0, data._targets.Length)];
        private readonly int[] _features = [.. data._varying];
        private readonly int _drawn = Math.Max(1, (int)Math.Round(data._options.FeatureFraction * data._varying.Length));
        private SplitMix64 _random = random;

        public TreeNode[] Grow()
        {
            for (var i = 0; i < _rows.Length && data._options.Bootstrap; i++)
            {
                _rows[i] = _random.Next(_rows.Length);
            }

            var pending = new Queue<(int Node, int Start, int End)>();
            pending.Enqueue((0, 0, _rows.Length));
            while (pending.TryDequeue(out var part))
            {
                var rows = _rows.AsSpan(part.Start, part.End - part.Start);
                var (feature, threshold) = FindSplit(rows);
                if (feature < 0)
                {
                    _nodes[part.Node] = TreeNode.Leaf((float)Mean(rows));
                    continue;
                }

                var middle = part.Start + Partition(rows, data._columns[feature], threshold);
                var left = _nodes.Count;
                _nodes[part.Node] = new TreeNode(feature, threshold, left);
                _nodes.AddRange([default, default]);
                pending.Enqueue((left, part.Start, middle));
                pending.Enqueue((left + 1, middle, part.End));
            }

            return [.. _nodes];
        }

        private (int Feature, float Threshold) FindSplit(ReadOnlySpan<int> rows)
        {
            var best = (Feature: -1, Threshold: 0f);
            if (rows.Length < 2 * data._options.MinimumExampleCountPerLeaf || IsPure(rows, out var total))
            {
                return best;
            }

            // Scores are gains over leaving the node whole; a split must improve by more than rounding does.
            var bestScore = double.NegativeInfinity;
            for (int drawn = 0, next = 0; drawn < _drawn && next < _features.Length; next++)
            {
                var pick = next + _random.Next(_features.Length - next);
                (_features[next], _features[pick]) = (_features[pick], _features[next]);
                var column = data._columns[_features[next]];
                var (low, high) = Range(rows, column);
                if (!(low < high))
                {
                    continue; // Constant here: it does not count as drawn.
                }

                drawn++;
                var threshold = (float)(low + (_random.NextDouble() * (high - low)));
                threshold = threshold >= high ? low : threshold;
                var score = Score(rows, column, threshold, total);
                if (score > bestScore)
                {
                    bestScore = score;
                    best = (_features[next], threshold);
                }
            }

            return best;
        }

        private double Score(ReadOnlySpan<int> rows, float[] column, float threshold, double total)
        {
            var count = 0;
            var sum = 0.0;
            foreach (var row in rows)
            {
                // Without a branch: which side a row falls on is as good as random.
                var isLeft = column[row] <= threshold ? 1 : 0;
                count += isLeft;
                sum += isLeft * data._targets[row];
            }

            var minimum = data._options.MinimumExampleCountPerLeaf;
            return count < minimum || rows.Length - count < minimum
                ? double.NegativeInfinity
                : (sum * sum / count) + ((total - sum) * (total - sum) / (rows.Length - count));
        }

        private static (float Low, float High) Range(ReadOnlySpan<int> rows, float[] column)
        {
            var low = column[rows[0]];
            var high = low;
            foreach (var row in rows)
            {
                low = Math.Min(low, column[row]);
                high = Math.Max(high, column[row]);
            }

            return (low, high);
        }

        private bool IsPure(ReadOnlySpan<int> rows, out double total)
        {
            total = 0;
            var first = data._targets[rows[0]];
            var pure = true;
            foreach (var row in rows)
            {
                total += data._targets[row];
                pure &= data._targets[row] == first;
            }

            return pure;
        }

        private double Mean(ReadOnlySpan<int> rows)
        {
            var sum = 0.0;
            foreach (var row in rows)
            {
                sum += data._targets[row];
            }

            return sum / rows.Length;
        }

        private static int Partition(Span<int> rows, float[] column, float threshold)
        {
            var left = 0;
            for (var i = 0; i < rows.Length; i++)
            {
                if (column[rows[i]] <= threshold)
                {
                    (rows[left], rows[i]) = (rows[i], rows[left]);
                    left++;
                }
            }

            return left;
        }
    }
}
