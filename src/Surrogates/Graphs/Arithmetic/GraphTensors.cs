using Surrogates.Torch;
using static TorchSharp.torch;

namespace Surrogates.Graphs.Arithmetic;

/// <summary>Graphs as tensors, all padded to the same number of nodes.</summary>
internal sealed class GraphTensors : IDisposable
{
    // Far below any logit, and far above what would overflow.
    private const float Never = -1e9f;

    private readonly Dictionary<(Flow, long), Tensor> _expanded = [];
    private readonly Tensor _nodes;
    private readonly Tensor _forward;
    private readonly Tensor _backward;
    private readonly Tensor _pooling;
    private readonly Tensor _relations;
    private readonly Tensor _absence;

    private GraphTensors(Numbers numbers)
    {
        var (count, nodes) = (numbers.Count, numbers.Nodes);
        (Graphs, NodesOfGraph) = (count, nodes);
        Attributes = Tensors.Of(CPU, numbers.Attributes, count, numbers.AttributesOfGraph);
        _nodes = Tensors.Of(CPU, numbers.Features, count, nodes, numbers.FeaturesOfNode);
        _forward = Tensors.Of(CPU, numbers.Forward, count, nodes, nodes);
        _backward = Tensors.Of(CPU, numbers.Backward, count, nodes, nodes);
        _pooling = Tensors.Of(CPU, numbers.Pooling, count, 2, nodes);
        _absence = Tensors.Of(CPU, numbers.Absence, count, nodes);
        _relations = Tensors.Of(CPU, numbers.Relations, numbers.Relations.Length > 0 ? count : 0, nodes, nodes, Arithmetic.Relations.Count);
    }

    /// <summary>The number of graphs.</summary>
    public long Graphs { get; }

    /// <summary>The nodes of each, empty ones included.</summary>
    public long NodesOfGraph { get; }

    /// <summary>1 × (graph · node) × feature.</summary>
    public Tensor Nodes => _nodes.view(1, Graphs * NodesOfGraph, -1);

    /// <summary>Graph × attribute.</summary>
    public Tensor Attributes { get; }

    /// <summary>1 × (graph · receiver · sender) × relation: 1 at the pair's relation.</summary>
    public Tensor Relations => _relations.view(1, Graphs * NodesOfGraph * NodesOfGraph, Arithmetic.Relations.Count);

    /// <summary>Graph × 1 × 1 × node: far below 0 at empty nodes.</summary>
    public Tensor Absence => _absence.view(Graphs, 1, 1, NodesOfGraph);

    /// <summary>Puts all rows that were taken apart into tensors.</summary>
    /// <param name="graphs">The rows.</param>
    /// <param name="scaling">How they were scaled.</param>
    /// <param name="withRelations">Whether relations are asked for, which take node × node × relation numbers a graph.</param>
    public static GraphTensors Create(GraphRows graphs, GraphScaling scaling, bool withRelations) =>
        Create(graphs, scaling, withRelations, [.. Enumerable.Range(0, graphs.Count)]);

    /// <summary>Puts some of the rows that were taken apart into tensors.</summary>
    /// <param name="graphs">The rows.</param>
    /// <param name="scaling">How they were scaled.</param>
    /// <param name="withRelations">Whether relations are asked for.</param>
    /// <param name="places">Which rows.</param>
    public static GraphTensors Create(GraphRows graphs, GraphScaling scaling, bool withRelations, ReadOnlySpan<int> places)
    {
        var nodes = 1;
        foreach (var graph in places)
        {
            nodes = Math.Max(nodes, graphs.FirstNode[graph + 1] - graphs.FirstNode[graph]);
        }

        var numbers = new Numbers(places.Length, nodes, scaling.NodeFeatures, scaling.Attributes, withRelations);
        for (var i = 0; i < places.Length; i++)
        {
            numbers.Fill(i, graphs, places[i]);
        }

        return new GraphTensors(numbers);
    }

    /// <summary>Graph × receiver × sender: 1 where the receiver hears the sender.</summary>
    public Tensor Adjacent(Flow flow) => flow == Flow.Forward ? _forward : _backward;

    /// <summary>Graph × receiver × sender: far below 0 where the receiver does not hear the sender.</summary>
    public Tensor Penalty(Flow flow) => Adjacent(flow).Plus(-1).Times(-Never);

    /// <summary>(network · graph) × receiver × sender: each sender's share, one over the root of the number that the receiver hears.</summary>
    public Tensor Shares(Flow flow, long networks) => Expanded(flow, networks, () =>
    {
        var adjacent = Adjacent(flow);
        return adjacent.mul(adjacent.sum([2], keepdim: true).ClampInPlace(1, GraphLayout.MaximumNodes).rsqrt());
    });

    /// <summary>(network · graph) × 2 × node: the output node, and all nodes' shares.</summary>
    public Tensor Pooling(long networks) => _pooling.unsqueeze(0).expand(networks, -1, -1, -1).reshape(networks * Graphs, 2, NodesOfGraph);

    public void Dispose()
    {
        foreach (var tensor in (Tensor[])[_nodes, Attributes, _forward, _backward, _pooling, _relations, _absence, .. _expanded.Values])
        {
            tensor.Dispose();
        }
    }

    private Tensor Expanded(Flow flow, long networks, Func<Tensor> create)
    {
        if (!_expanded.TryGetValue((flow, networks), out var expanded))
        {
            // Kept for as long as the graphs, whatever step asks first.
            expanded = create().unsqueeze(0).expand(networks, -1, -1, -1).reshape(networks * Graphs, NodesOfGraph, NodesOfGraph)
                .DetachFromDisposeScope();
            _expanded.Add((flow, networks), expanded);
        }

        return expanded;
    }

    // What the tensors are made of, filled graph by graph.
    private sealed class Numbers(int count, int nodes, int features, int attributes, bool withRelations)
    {
        public int Count => count;

        public int Nodes => nodes;

        public int FeaturesOfNode => features;

        public int AttributesOfGraph => attributes;

        public float[] Features { get; } = new float[count * nodes * features];

        public float[] Attributes { get; } = new float[count * attributes];

        public float[] Forward { get; } = new float[count * nodes * nodes];

        public float[] Backward { get; } = new float[count * nodes * nodes];

        public float[] Pooling { get; } = new float[count * 2 * nodes];

        public float[] Absence { get; } = new float[count * nodes];

        public float[] Relations { get; } = new float[withRelations ? count * nodes * nodes * Arithmetic.Relations.Count : 0];

        public void Fill(int place, GraphRows graphs, int graph)
        {
            var (first, end) = (graphs.FirstNode[graph], graphs.FirstNode[graph + 1]);
            graphs.Nodes[(first * features)..(end * features)].CopyTo(Features.AsSpan(place * nodes * features));
            graphs.Attributes.Slice(graph * attributes, attributes).CopyTo(Attributes.AsSpan(place * attributes));
            for (var edge = graphs.FirstEdge[graph]; edge < graphs.FirstEdge[graph + 1]; edge++)
            {
                var (from, to) = (graphs.From[edge] - first, graphs.To[edge] - first);
                Forward[(((place * nodes) + to) * nodes) + from] = 1;
                Backward[(((place * nodes) + from) * nodes) + to] = 1;
            }

            Absence.AsSpan(place * nodes, nodes)[(end - first)..].Fill(Never);
            if (end > first)
            {
                Pooling[(place * 2 * nodes) + end - first - 1] = 1;
                Pooling.AsSpan(((place * 2) + 1) * nodes, end - first).Fill(1f / (end - first));
            }

            if (withRelations)
            {
                Mark(place, graphs.FindRelations()[graph], end - first);
            }
        }

        private void Mark(int place, Relation[] relations, int own)
        {
            for (var pair = 0; pair < relations.Length; pair++)
            {
                var (receiver, sender) = Math.DivRem(pair, own);
                Relations[(((((place * nodes) + receiver) * nodes) + sender) * Arithmetic.Relations.Count) + (int)relations[pair]] = 1;
            }
        }
    }
}
