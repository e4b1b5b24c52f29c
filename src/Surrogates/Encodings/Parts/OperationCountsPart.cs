using Surrogates.Architectures;
using Surrogates.Architectures.Cells;

namespace Surrogates.Encodings.Parts;

/// <summary>How often each operation is used: on a cell's live edges, or among the choices of a sequence.</summary>
internal sealed class OperationCountsPart : IEncodingPart
{
    public string Name => "operations";

    public IArchitectureEncoder TryCreate(ISearchSpace space) => new Encoder(space);

    private sealed class Encoder : IArchitectureEncoder
    {
        private readonly int[][] _features;
        private readonly CellSearchSpace? _cell;

        public Encoder(ISearchSpace space)
        {
            _cell = space as CellSearchSpace;
            var names = space.Choices.SelectMany(choice => choice.Options).Distinct().ToList();
            FeatureNames = [.. names.Select(name => $"count of {name}")];
            _features = [.. space.Choices.Select(choice => choice.Options.Select(option => names.IndexOf(option)).ToArray())];
        }

        public IReadOnlyList<string> FeatureNames { get; }

        public void Encode(Architecture architecture, Span<float> features)
        {
            features.Clear();
            Span<bool> live = stackalloc bool[_cell?.Edges.Count ?? 0];
            _cell?.FindLiveEdges(architecture.Choices, live);
            for (var i = 0; i < _features.Length; i++)
            {
                if (_cell is null || live[i])
                {
                    features[_features[i][architecture.Choices[i]]]++;
                }
            }
        }
    }
}
