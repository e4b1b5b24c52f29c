using Surrogates.Architectures;
using Surrogates.Architectures.Cells;

namespace Surrogates.Encodings.Parts;

/// <summary>
/// The shape of a cell: nodes used, edges used, paths from input to output, and for each operation but "none" the most and the fewest of it
/// that a path carries, and the most and fewest operations of all (identities not counted).
/// </summary>
internal sealed class TopologyPart : IEncodingPart
{
    public string Name => "topology";

    public IArchitectureEncoder? TryCreate(ISearchSpace space) => space is CellSearchSpace cell ? new Encoder(cell) : null;

    private sealed class Encoder : IArchitectureEncoder
    {
        private readonly CellSearchSpace _space;
        private readonly int[] _counted;

        public Encoder(CellSearchSpace space)
        {
            _space = space;
            _counted = [.. Enumerable.Range(0, space.Operations.Count).Where(operation => operation != space.NoneOperation)];
            FeatureNames =
            [
                "edges used",
                "paths",
                "operations on the longest path",
                "operations on the shortest path",
                .. _counted.SelectMany(operation => new[] { $"most {space.Operations[operation]} on a path", $"fewest {space.Operations[operation]} on a path" }),
            ];
        }

        public IReadOnlyList<string> FeatureNames { get; }

        public void Encode(Architecture architecture, Span<float> features)
        {
            var choices = architecture.Choices;
            Span<bool> live = stackalloc bool[_space.Edges.Count];
            _space.FindLiveEdges(choices, live);
            features[0] = live.Count(true);
            features[1] = CountPaths(live);
            var identity = _space.IdentityOperation;
            (features[3], features[2]) = Extremes(choices, live, -1, identity);
            for (var i = 0; i < _counted.Length; i++)
            {
                (features[5 + (2 * i)], features[4 + (2 * i)]) = Extremes(choices, live, _counted[i], identity);
            }
        }

        private float CountPaths(ReadOnlySpan<bool> live)
        {
            Span<float> paths = stackalloc float[_space.Nodes];
            paths.Clear();
            paths[0] = 1;
            for (var e = 0; e < live.Length; e++)
            {
                paths[_space.Edges[e].To] += live[e] ? paths[_space.Edges[e].From] : 0;
            }

            return paths[^1];
        }

        // The fewest and the most edges with an operation (−1: with any but the identity) on a path; 0 where there is no path.
        private (float Fewest, float Most) Extremes(ReadOnlySpan<byte> choices, ReadOnlySpan<bool> live, int operation, int identity)
        {
            Span<float> fewest = stackalloc float[_space.Nodes];
            Span<float> most = stackalloc float[_space.Nodes];
            fewest.Fill(float.PositiveInfinity);
            most.Fill(float.NegativeInfinity);
            fewest[0] = most[0] = 0;
            for (var e = 0; e < live.Length; e++)
            {
                if (live[e])
                {
                    var (from, to) = _space.Edges[e];
                    var counts = (operation < 0 ? choices[e] != identity : choices[e] == operation) ? 1 : 0;
                    fewest[to] = Math.Min(fewest[to], fewest[from] + counts);
                    most[to] = Math.Max(most[to], most[from] + counts);
                }
            }

            return float.IsFinite(most[^1]) ? (fewest[^1], most[^1]) : (0, 0);
        }
    }
}
