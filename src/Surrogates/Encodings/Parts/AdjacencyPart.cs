using Surrogates.Architectures;

namespace Surrogates.Encodings.Parts;

/// <summary>The upper triangle of the adjacency matrix of the graph with operations on its nodes, and each node's operation.</summary>
internal sealed class AdjacencyPart : IEncodingPart
{
    public string Name => "adjacency";

    public IArchitectureEncoder TryCreate(ISearchSpace space) => new Encoder(space);

    private sealed class Encoder : IArchitectureEncoder
    {
        private readonly Dictionary<string, int> _operations;
        private readonly int _nodes;

        public Encoder(ISearchSpace space)
        {
            // At most one node a choice, between input and output; a node that is not there has neither edges nor operation.
            var names = space.Choices.SelectMany(choice => choice.Options).Distinct().ToList();
            _operations = names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
            _nodes = space.Choices.Count + 2;
            FeatureNames =
            [
                .. Enumerable.Range(1, _nodes - 1).SelectMany(to => Enumerable.Range(0, to).Select(from => $"adjacent: {from}→{to}")),
                .. Enumerable.Range(1, _nodes - 2).SelectMany(node => names.Select(name => $"node {node}: {name}")),
            ];
        }

        public IReadOnlyList<string> FeatureNames { get; }

        public void Encode(Architecture architecture, Span<float> features)
        {
            features.Clear();
            var graph = architecture.ToGraph();
            foreach (var (from, to) in graph.Edges)
            {
                // The output is the matrix's last node, however many are used.
                var target = to == graph.Nodes.Count - 1 ? _nodes - 1 : to;
                features[(target * (target - 1) / 2) + from] = 1;
            }

            var operations = features[(_nodes * (_nodes - 1) / 2)..];
            for (var node = 1; node < graph.Nodes.Count - 1; node++)
            {
                operations[((node - 1) * _operations.Count) + _operations[graph.Nodes[node].Operation]] = 1;
            }
        }
    }
}
