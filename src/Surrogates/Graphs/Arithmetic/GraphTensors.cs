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

    private GraphTensors(long graphs, Tensor nodes, Tensor attributes, Tensor forward, Tensor backward, Tensor pooling, Tensor relations, Tensor absence)
    {
        Graphs = graphs;
        NodesOfGraph = pooling.shape[2];
        (_nodes, _forward, _backward, _pooling, _relations, _absence) = (nodes, forward, backward, pooling, relations, absence);
        Attributes = attributes;
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

    /// <summary>Puts rows that were taken apart into tensors.</summary>
    /// <param name="graphs">The rows.</param>
    /// <param name="scaling">How they were scaled.</param>
    /// <param name="withRelations">Whether relations are asked for, which take node × node × relation numbers a graph.</param>
    public static GraphTensors Create(GraphRows graphs, GraphScaling scaling, bool withRelations)
    {
        var count = graphs.Count;
        var nodes = 1;
        for (var graph = 0; graph < count; graph++)
        {
            nodes = Math.Max(nodes, graphs.FirstNode[graph + 1] - graphs.FirstNode[graph]);
        }

        var features = new float[count * nodes * scaling.NodeFeatures];
        var forward = new float[count * nodes * nodes];
        var backward = new float[forward.Length];
        var pooling = new float[count * 2 * nodes];
        var absence = new float[count * nodes];
        var relations = new float[withRelations ? forward.Length * Arithmetic.Relations.Count : 0];
        var edge = 0;
        for (var graph = 0; graph < count; graph++)
        {
            var (first, end) = (graphs.FirstNode[graph], graphs.FirstNode[graph + 1]);
            graphs.Nodes[(first * scaling.NodeFeatures)..(end * scaling.NodeFeatures)].CopyTo(features.AsSpan(graph * nodes * scaling.NodeFeatures));
            for (; edge < graphs.To.Length && graphs.To[edge] < end; edge++)
            {
                var (from, to) = (graphs.From[edge] - first, graphs.To[edge] - first);
                forward[(((graph * nodes) + to) * nodes) + from] = 1;
                backward[(((graph * nodes) + from) * nodes) + to] = 1;
            }

            absence.AsSpan(graph * nodes, nodes)[(end - first)..].Fill(Never);
            if (end > first)
            {
                pooling[(graph * 2 * nodes) + end - first - 1] = 1;
                pooling.AsSpan(((graph * 2) + 1) * nodes, end - first).Fill(1f / (end - first));
            }
        }

        if (withRelations)
        {
            Mark(graphs.FindRelations(), nodes, relations);
        }

        return new GraphTensors(
            count,
            Tensors.Of(CPU, features, count, nodes, scaling.NodeFeatures),
            Tensors.Of(CPU, graphs.Attributes, count, scaling.Attributes),
            Tensors.Of(CPU, forward, count, nodes, nodes),
            Tensors.Of(CPU, backward, count, nodes, nodes),
            Tensors.Of(CPU, pooling, count, 2, nodes),
            Tensors.Of(CPU, relations, withRelations ? count : 0, nodes, nodes, Arithmetic.Relations.Count),
            Tensors.Of(CPU, absence, count, nodes));
    }

    /// <summary>Some of the graphs.</summary>
    public GraphTensors Take(Tensor places) => new(
        places.shape[0],
        _nodes.index_select(0, places),
        Attributes.index_select(0, places),
        _forward.index_select(0, places),
        _backward.index_select(0, places),
        _pooling.index_select(0, places),
        _relations.shape[0] == 0 ? _relations.alias() : _relations.index_select(0, places),
        _absence.index_select(0, places));

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

    private static void Mark(Relation[][] relations, int nodes, float[] marks)
    {
        for (var graph = 0; graph < relations.Length; graph++)
        {
            var own = (int)Math.Sqrt(relations[graph].Length);
            for (var pair = 0; pair < relations[graph].Length; pair++)
            {
                var (receiver, sender) = Math.DivRem(pair, own);
                marks[(((((graph * nodes) + receiver) * nodes) + sender) * Arithmetic.Relations.Count) + (int)relations[graph][pair]] = 1;
            }
        }
    }
}
