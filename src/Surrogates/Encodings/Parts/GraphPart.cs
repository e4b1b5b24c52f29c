using Surrogates.Architectures;
using Surrogates.Graphs;
using Surrogates.ModelFiles;

namespace Surrogates.Encodings.Parts;

/// <summary>
/// The graph with operations on its nodes, in the form that graph neural networks read (<see cref="GraphLayout"/>): each node's operation,
/// shape and distance from input and output, then the edges.
/// </summary>
internal sealed class GraphPart : IEncodingPart
{
    // Whether a node is there, is the input, is the output; and at the end channels, resolution, costs, distances.
    private const int Roles = 3;
    private const int Quantities = 6;

    // A row must fit a vector in a model file, with room for other parts beside the graph.
    private const int MaximumWidth = FixedSizeVector.MaximumLength / 2;

    public string Name => "graph";

    public IArchitectureEncoder? TryCreate(ISearchSpace space)
    {
        // At most one node a choice, between input and output.
        string[] operations = [.. space.Choices.SelectMany(choice => choice.Options).Distinct()];
        var layout = new GraphLayout(space.Choices.Count + 2, Roles + operations.Length + Quantities);
        return layout.IsValid && layout.Width <= MaximumWidth ? new Encoder(operations, layout) : null;
    }

    private sealed class Encoder : IArchitectureEncoder
    {
        private readonly Dictionary<string, int> _operations;
        private readonly GraphLayout _layout;

        public Encoder(string[] operations, GraphLayout layout)
        {
            _operations = operations.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
            _layout = layout;
            string[] features =
            [
                "is there", "is the input", "is the output", .. operations.Select(name => $"is {name}"),
                "log channels", "log resolution", "log convolution cost", "distance from the input", "distance from the output", "edges",
            ];
            FeatureNames =
            [
                "graph", "graph: nodes", "graph: features a node",
                .. Enumerable.Range(0, _layout.Nodes).SelectMany(node => features.Select(feature => $"graph node {node}: {feature}")),
                .. Enumerable.Range(1, _layout.Nodes - 1).SelectMany(to => Enumerable.Range(0, to).Select(from => $"graph edge: {from}→{to}")),
            ];
        }

        public IReadOnlyList<string> FeatureNames { get; }

        public void Encode(Architecture architecture, Span<float> features)
        {
            features.Clear();
            _layout.WriteHeader(features);
            var graph = architecture.ToGraph();
            var last = graph.Nodes.Count - 1;
            Span<int> fromInput = stackalloc int[last + 1];
            Span<int> fromOutput = stackalloc int[last + 1];
            Span<int> degrees = stackalloc int[last + 1];
            Measure(graph.Edges, features, fromInput, fromOutput, degrees);
            for (var i = 0; i <= last; i++)
            {
                var node = graph.Nodes[i];
                var numbers = _layout.Node(features, i);
                numbers[0] = 1;
                numbers[i == 0 ? 1 : i == last ? 2 : Roles + _operations[node.Operation]] = 1;
                var quantities = numbers[^Quantities..];
                quantities[0] = (float)Math.Log2(node.Channels);
                quantities[1] = (float)Math.Log2(node.Resolution);
                quantities[2] = 2 * (quantities[0] + quantities[1]);
                (quantities[3], quantities[4], quantities[5]) = (fromInput[i], fromOutput[i], degrees[i]);
            }
        }

        // Longest distances; nodes are in topological order.
        private void Measure(IReadOnlyList<GraphEdge> edges, Span<float> features, Span<int> fromInput, Span<int> fromOutput, Span<int> degrees)
        {
            fromInput.Clear();
            fromOutput.Clear();
            degrees.Clear();
            foreach (var edge in edges)
            {
                features[_layout.Edge(edge)] = 1;
                degrees[edge.From]++;
                degrees[edge.To]++;
            }

            for (var node = 1; node < fromInput.Length; node++)
            {
                for (var from = 0; from < node; from++)
                {
                    if (features[_layout.Edge(new GraphEdge(from, node))] == 1)
                    {
                        fromInput[node] = Math.Max(fromInput[node], fromInput[from] + 1);
                    }
                }
            }

            for (var node = fromOutput.Length - 2; node >= 0; node--)
            {
                for (var to = node + 1; to < fromOutput.Length; to++)
                {
                    if (features[_layout.Edge(new GraphEdge(node, to))] == 1)
                    {
                        fromOutput[node] = Math.Max(fromOutput[node], fromOutput[to] + 1);
                    }
                }
            }
        }
    }
}
