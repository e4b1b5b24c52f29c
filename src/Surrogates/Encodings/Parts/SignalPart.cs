using Surrogates.Architectures;
using Surrogates.Architectures.Cells;

namespace Surrogates.Encodings.Parts;

/// <summary>
/// How a signal travels through a stack of the cell at initialization, in closed form. Operations end in batch normalization
/// and give variance 1, skips pass on what they get, a node adds up what comes in. From this follow the
/// variance at the end, the effective depth (the number of operations of each kind that a unit of variance has passed), and the share
/// that passes a cell untouched.
/// </summary>
/// <remarks>
/// The recursion for variances of De, Smith: "Batch Normalization Biases Residual Blocks Towards the Identity Function in Deep
/// Networks", NeurIPS 2020, on any cell.
/// </remarks>
internal sealed class SignalPart : IEncodingPart
{
    public string Name => "signal";

    public IArchitectureEncoder? TryCreate(ISearchSpace space) => space is CellSearchSpace cell ? new Encoder(cell) : null;

    private sealed class Encoder : IArchitectureEncoder
    {
        private readonly CellSearchSpace _space;
        private readonly (int From, int To)[] _edges;
        private readonly bool[] _stackedCells;
        private readonly int[] _kinds;

        public Encoder(CellSearchSpace space)
        {
            _space = space;
            _edges = [.. space.Edges];
            _stackedCells = [.. space.StackedCells];
            _kinds = [.. Enumerable.Range(0, space.Operations.Count).Where(operation => operation != space.NoneOperation)];
            FeatureNames =
            [
                "log variance at the end",
                "mean log variance",
                "log variance before operations",
                "untouched share",
                "effective depth",
                .. _kinds.Select(kind => $"effective depth in {space.Operations[kind]}"),
            ];
        }

        public IReadOnlyList<string> FeatureNames { get; }

        public void Encode(Architecture architecture, Span<float> features)
        {
            features.Clear();
            Span<bool> live = stackalloc bool[_edges.Length];
            _space.FindLiveEdges(architecture.Choices, live);
            if (!live.Contains(true))
            {
                return;
            }

            Span<double> depth = stackalloc double[_kinds.Length];
            depth.Clear();
            var (variance, sum, before, untouched) = (1.0, 0.0, 0.0, 0.0);
            foreach (var changesShape in _stackedCells)
            {
                variance = Pass(architecture.Choices, live, changesShape, variance, depth, ref before, out untouched);
                sum += Math.Log(variance);
            }

            features[0] = (float)Math.Log(variance);
            features[1] = (float)(sum / _stackedCells.Length);
            features[2] = (float)before;
            features[3] = (float)untouched;
            for (var kind = 0; kind < _kinds.Length; kind++)
            {
                features[4] += (float)depth[kind];
                features[5 + kind] = (float)depth[kind];
            }
        }

        // One cell: takes the variance and the depths that enter, and gives those that leave.
        private double Pass(
            ReadOnlySpan<byte> choices, ReadOnlySpan<bool> live, bool changesShape, double input, Span<double> depth, ref double before, out double untouched)
        {
            var (nodes, skip) = (_space.Nodes, _space.SkipOperation);
            Span<double> variance = stackalloc double[nodes];
            Span<double> untouchedAt = stackalloc double[nodes];
            Span<double> depthAt = stackalloc double[nodes * depth.Length];
            variance.Clear();
            untouchedAt.Clear();
            depthAt.Clear();
            var product = 1.0;
            variance[0] = input;
            untouchedAt[0] = input;
            depth.CopyTo(depthAt);
            for (var e = 0; e < live.Length; e++)
            {
                var (from, to) = _edges[e];
                if (e > 0 && _edges[e - 1].To != to)
                {
                    Average(depthAt, depth.Length, to - 1, variance[to - 1]);
                }

                if (!live[e])
                {
                    continue;
                }

                var passes = choices[e] == skip && !(changesShape && from == 0);
                var weight = passes ? variance[from] : 1;
                variance[to] += weight;
                untouchedAt[to] += passes ? untouchedAt[from] : 0;
                product *= passes ? 1 : variance[from];
                if (product > 1e100)
                {
                    // One logarithm for many factors, but before they overflow.
                    before += 0.5 * Math.Log(product);
                    product = 1;
                }

                for (var kind = 0; kind < depth.Length; kind++)
                {
                    var counts = !passes && _kinds[kind] == choices[e] ? 1 : 0;
                    depthAt[(to * depth.Length) + kind] += weight * (depthAt[(from * depth.Length) + kind] + counts);
                }
            }

            Average(depthAt, depth.Length, nodes - 1, variance[^1]);
            depthAt[((nodes - 1) * depth.Length)..].CopyTo(depth);
            before += 0.5 * Math.Log(product);
            untouched = untouchedAt[^1] / variance[^1];
            return variance[^1];
        }

        private static void Average(Span<double> depthAt, int kinds, int node, double variance)
        {
            for (var kind = 0; kind < kinds && variance > 0; kind++)
            {
                depthAt[(node * kinds) + kind] /= variance;
            }
        }
    }
}
