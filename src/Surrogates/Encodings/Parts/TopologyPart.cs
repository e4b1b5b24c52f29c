using Surrogates.Architectures;
using Surrogates.Architectures.Cells;

namespace Surrogates.Encodings.Parts;

/// <summary>
/// The shape of a cell: its paths from input to output, how many edges, operations (all but skips) and edges of each kind of operation the
/// paths carry (fewest, most, mean), whether a path has no operation, and the degrees of its nodes.
/// </summary>
internal sealed class TopologyPart : IEncodingPart
{
    private const int ShapeFeatures = 6;

    public string Name => "topology";

    public IArchitectureEncoder? TryCreate(ISearchSpace space) => space is CellSearchSpace cell ? new Encoder(cell) : null;

    private sealed class Encoder : IArchitectureEncoder
    {
        private readonly CellSearchSpace _space;
        private readonly (int From, int To)[] _edges;
        private readonly Func<byte, bool>[] _counted;

        public Encoder(CellSearchSpace space)
        {
            _space = space;
            _edges = [.. space.Edges];
            var kinds = Enumerable.Range(0, space.Operations.Count)
                .Where(operation => operation != space.NoneOperation && operation != space.SkipOperation)
                .ToList();
            _counted = [_ => true, operation => operation != space.SkipOperation, .. kinds.Select<int, Func<byte, bool>>(kind => operation => operation == kind)];
            FeatureNames =
            [
                "paths",
                "a path without operations",
                "nodes used",
                "edges into the output",
                "edges out of the input",
                "most edges into a node",
                .. new[] { "edges", "operations" }.Concat(kinds.Select(kind => space.Operations[kind]))
                    .SelectMany(what => new[] { $"fewest {what} on a path", $"most {what} on a path", $"mean {what} on a path" }),
            ];
        }

        public IReadOnlyList<string> FeatureNames { get; }

        public void Encode(Architecture architecture, Span<float> features)
        {
            Span<bool> live = stackalloc bool[_edges.Length];
            _space.FindLiveEdges(architecture.Choices, live);
            for (var i = 0; i < _counted.Length; i++)
            {
                CountOnPaths(architecture.Choices, live, _counted[i], features.Slice(ShapeFeatures + (3 * i), 3), out features[0]);
            }

            features[1] = features[0] > 0 && features[ShapeFeatures + 3] == 0 ? 1 : 0;
            MeasureNodes(live, features[2..ShapeFeatures]);
        }

        // Over all paths at once: a node holds how many paths reach it, and fewest, most and total of what they carry.
        private void CountOnPaths(ReadOnlySpan<byte> choices, ReadOnlySpan<bool> live, Func<byte, bool> counted, Span<float> counts, out float paths)
        {
            Span<float> reaching = stackalloc float[_space.Nodes];
            Span<float> total = stackalloc float[_space.Nodes];
            Span<float> fewest = stackalloc float[_space.Nodes];
            Span<float> most = stackalloc float[_space.Nodes];
            reaching.Clear();
            total.Clear();
            most.Clear();
            fewest.Fill(float.PositiveInfinity);
            reaching[0] = 1;
            fewest[0] = 0;
            for (var e = 0; e < live.Length; e++)
            {
                if (live[e])
                {
                    var (from, to) = _edges[e];
                    var count = counted(choices[e]) ? 1 : 0;
                    reaching[to] += reaching[from];
                    total[to] += total[from] + (count * reaching[from]);
                    fewest[to] = Math.Min(fewest[to], fewest[from] + count);
                    most[to] = Math.Max(most[to], most[from] + count);
                }
            }

            paths = reaching[^1];
            (counts[0], counts[1], counts[2]) = paths > 0 ? (fewest[^1], most[^1], total[^1] / paths) : (0, 0, 0);
        }

        private void MeasureNodes(ReadOnlySpan<bool> live, Span<float> features)
        {
            Span<float> incoming = stackalloc float[_space.Nodes];
            incoming.Clear();
            var fromInput = 0;
            for (var e = 0; e < live.Length; e++)
            {
                if (live[e])
                {
                    incoming[_edges[e].To]++;
                    fromInput += _edges[e].From == 0 ? 1 : 0;
                }
            }

            var used = 0;
            var most = 0f;
            foreach (var count in incoming)
            {
                used += count > 0 ? 1 : 0;
                most = Math.Max(most, count);
            }

            (features[0], features[1], features[2], features[3]) = (used, incoming[^1], fromInput, most);
        }
    }
}
