using Surrogates.Architectures;
using Surrogates.Architectures.Cells;

namespace Surrogates.Encodings.Parts;

/// <summary>
/// How often each operation is used: in a cell in all, on edges that leave the input, on edges that enter the output, and on edges
/// that do neither; in a sequence among all choices.
/// </summary>
internal sealed class OperationCountsPart : IEncodingPart
{
    public string Name => "operations";

    public IArchitectureEncoder TryCreate(ISearchSpace space) =>
        space is CellSearchSpace cell ? new CellEncoder(cell) : new SequenceEncoder(space);

    private sealed class CellEncoder : IArchitectureEncoder
    {
        private const int Places = 4;
        private readonly CellSearchSpace _space;
        private readonly (int From, int To)[] _edges;
        private readonly int[] _operations;

        public CellEncoder(CellSearchSpace space)
        {
            _space = space;
            _edges = [.. space.Edges];
            _operations = [.. Enumerable.Range(0, space.Operations.Count).Where(operation => operation != space.NoneOperation)];
            string[] places = ["", " from the input", " into the output", " inside"];
            FeatureNames = [.. _operations.SelectMany(operation => places.Select(place => $"count of {space.Operations[operation]}{place}"))];
        }

        public IReadOnlyList<string> FeatureNames { get; }

        public void Encode(Architecture architecture, Span<float> features)
        {
            features.Clear();
            Span<bool> live = stackalloc bool[_edges.Length];
            _space.FindLiveEdges(architecture.Choices, live);
            for (var e = 0; e < live.Length; e++)
            {
                if (live[e])
                {
                    var (from, to) = _edges[e];
                    var counts = features.Slice(Places * Array.IndexOf(_operations, architecture.Choices[e]), Places);
                    var (leavesInput, entersOutput) = (from == 0, to == _space.Nodes - 1);
                    counts[0]++;
                    counts[1] += leavesInput ? 1 : 0;
                    counts[2] += entersOutput ? 1 : 0;
                    counts[3] += leavesInput || entersOutput ? 0 : 1;
                }
            }
        }
    }

    private sealed class SequenceEncoder : IArchitectureEncoder
    {
        private readonly int[][] _features;

        public SequenceEncoder(ISearchSpace space)
        {
            var names = space.Choices.SelectMany(choice => choice.Options).Distinct().ToList();
            FeatureNames = [.. names.Select(name => $"count of {name}")];
            _features = [.. space.Choices.Select(choice => choice.Options.Select(option => names.IndexOf(option)).ToArray())];
        }

        public IReadOnlyList<string> FeatureNames { get; }

        public void Encode(Architecture architecture, Span<float> features)
        {
            features.Clear();
            for (var i = 0; i < _features.Length; i++)
            {
                features[_features[i][architecture.Choices[i]]]++;
            }
        }
    }
}
