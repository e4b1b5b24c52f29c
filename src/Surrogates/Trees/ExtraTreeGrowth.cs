using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Surrogates.Numerics;

namespace Surrogates.Trees;

/// <summary>Grows extremely randomized trees one after the other, in the same memory.</summary>
internal sealed class ExtraTreeGrowth
{
    private readonly ExtraTreesOptions _options;
    private readonly float[][] _columns;
    private readonly double[] _targets;
    private readonly int[] _features;
    private readonly int[] _varying;
    private readonly int _drawnFeatures;
    private readonly List<TreeNode> _nodes = [];
    private readonly Queue<(int Node, int Start, int End)> _pending = new();

    // How often each row was drawn, and the rows that were.
    private readonly int[] _counts;
    private readonly int[] _rows;

    // Of the node that is split: a feature, the counts, and the counts times targets, in the order of its rows.
    private readonly float[] _values;
    private readonly float[] _weights;
    private readonly float[] _weightedTargets;

    private SplitMix64 _random;

    public ExtraTreeGrowth(ExtraTreesOptions options, float[][] columns, double[] targets, int[] varying)
    {
        (_options, _columns, _targets, _varying) = (options, columns, targets, varying);
        _features = new int[varying.Length];
        _drawnFeatures = Math.Max(1, (int)Math.Round(options.FeatureFraction * varying.Length));
        _counts = new int[targets.Length];
        _rows = new int[targets.Length];

        // Whole vectors: what stands behind a node's last row has weight 0.
        var padded = (targets.Length + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;
        (_values, _weights, _weightedTargets) = (new float[padded], new float[padded], new float[padded]);
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="random">The source of every random choice.</param>
    /// <param name="drawn">Receives for each row whether the tree saw it.</param>
    public TreeNode[] Grow(SplitMix64 random, out bool[] drawn)
    {
        _random = random;
        _varying.CopyTo(_features, 0);
        var count = DrawRows();
        drawn = Array.ConvertAll(_counts, times => times > 0);
        _nodes.Clear();
        _nodes.Add(default);
        _pending.Enqueue((0, 0, count));
        while (_pending.TryDequeue(out var part))
        {
            var rows = _rows.AsSpan(part.Start, part.End - part.Start);
            var (feature, threshold) = FindSplit(rows, out var mean);
            if (feature < 0)
            {
                _nodes[part.Node] = TreeNode.Leaf((float)mean);
                continue;
            }

            var middle = part.Start + Partition(rows, _columns[feature], threshold);
            var left = _nodes.Count;
            _nodes[part.Node] = new TreeNode(feature, threshold, left);
            _nodes.Add(default);
            _nodes.Add(default);
            _pending.Enqueue((left, part.Start, middle));
            _pending.Enqueue((left + 1, middle, part.End));
        }

        return [.. _nodes];
    }

    private int DrawRows()
    {
        Array.Fill(_counts, _options.Bootstrap ? 0 : 1);
        for (var i = 0; i < _counts.Length && _options.Bootstrap; i++)
        {
            _counts[_random.Next(_counts.Length)]++;
        }

        var count = 0;
        for (var row = 0; row < _counts.Length; row++)
        {
            _rows[count] = row;
            count += _counts[row] > 0 ? 1 : 0;
        }

        return count;
    }

    private (int Feature, float Threshold) FindSplit(ReadOnlySpan<int> rows, out double mean)
    {
        var best = (Feature: -1, Threshold: 0f);
        var weight = Measure(rows, out mean, out var pure);
        if (pure || weight < 2 * _options.MinimumExampleCountPerLeaf)
        {
            return best;
        }

        GatherTargets(rows, mean);
        var bestScore = double.NegativeInfinity;
        for (int drawn = 0, next = 0; drawn < _drawnFeatures && next < _features.Length; next++)
        {
            var pick = next + _random.Next(_features.Length - next);
            (_features[next], _features[pick]) = (_features[pick], _features[next]);
            var (low, high) = GatherValues(rows, _columns[_features[next]]);
            if (!(low < high))
            {
                continue; // Constant here: it does not count as drawn.
            }

            drawn++;
            var threshold = (float)(low + (_random.NextDouble() * (high - low)));
            threshold = threshold >= high ? low : threshold;
            var score = Score(rows.Length, threshold, weight);
            if (score > bestScore)
            {
                bestScore = score;
                best = (_features[next], threshold);
                if (rows.Length == 2)
                {
                    break; // Two rows are parted, and no other feature can do more.
                }
            }
        }

        return best;
    }

    private long Measure(ReadOnlySpan<int> rows, out double mean, out bool pure)
    {
        var (weight, sum) = (0L, 0.0);
        var first = _targets[rows[0]];
        pure = true;
        foreach (var row in rows)
        {
            weight += _counts[row];
            sum += _counts[row] * _targets[row];
            pure &= _targets[row] == first;
        }

        mean = pure ? first : sum / weight;
        return weight;
    }

    // About the node's mean, so that single precision is enough.
    private void GatherTargets(ReadOnlySpan<int> rows, double mean)
    {
        var padded = Padded(rows.Length);
        _weights.AsSpan(0, padded).Clear();
        _weightedTargets.AsSpan(0, padded).Clear();
        for (var i = 0; i < rows.Length; i++)
        {
            _weights[i] = _counts[rows[i]];
            _weightedTargets[i] = (float)(_counts[rows[i]] * (_targets[rows[i]] - mean));
        }
    }

    private (float Low, float High) GatherValues(ReadOnlySpan<int> rows, float[] column)
    {
        var values = _values.AsSpan(0, rows.Length);
        var low = column[rows[0]];
        var high = low;
        for (var i = 0; i < rows.Length; i++)
        {
            var value = column[rows[i]];
            values[i] = value;
            low = float.MinNative(low, value);
            high = float.MaxNative(high, value);
        }

        return (low, high);
    }

    // By how much the split reduces the squared error: the sums left and right of the mean cancel.
    private double Score(int rows, float threshold, long weight)
    {
        var padded = Padded(rows);
        var values = MemoryMarshal.Cast<float, Vector256<float>>(_values.AsSpan(0, padded));
        var weights = MemoryMarshal.Cast<float, Vector256<float>>(_weights.AsSpan(0, padded));
        var targets = MemoryMarshal.Cast<float, Vector256<float>>(_weightedTargets.AsSpan(0, padded));
        var at = Vector256.Create(threshold);
        var (counts, sums) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var i = 0; i < values.Length; i++)
        {
            var isLeft = Vector256.LessThanOrEqual(values[i], at);
            counts += weights[i] & isLeft;
            sums += targets[i] & isLeft;
        }

        double count = Vector256.Sum(counts);
        double sum = Vector256.Sum(sums);
        var minimum = _options.MinimumExampleCountPerLeaf;
        return count < minimum || weight - count < minimum
            ? double.NegativeInfinity
            : sum * sum * ((1 / count) + (1 / (weight - count)));
    }

    private static int Padded(int rows) => (rows + Vector256<float>.Count - 1) & -Vector256<float>.Count;

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
