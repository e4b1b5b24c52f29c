using Surrogates.Architectures;
using Surrogates.Architectures.Cells;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks;

/// <summary>
/// A cell: a directed acyclic graph with an operation on each edge; a node is the sum of its incoming edges. Edges from the cell's
/// input carry its stride and change of channels. Edges that do not lie on a way from input to output have their weights, as in the
/// benchmarks, and are not computed.
/// </summary>
internal sealed class Cell : nn.Module<Tensor, Tensor>
{
    private readonly List<(int From, int To, CellOperation Operation, bool IsLive)> _edges = [];
    private readonly Rectification _rectification;
    private readonly OperationShape _shape;
    private readonly int _nodes;

    /// <summary>Builds a cell.</summary>
    /// <param name="architecture">An architecture of a space of cells.</param>
    /// <param name="shape">What the cell does to the shape.</param>
    /// <param name="layers">Makes the layers.</param>
    /// <param name="create">Makes the operation with that index for an edge; null where it passes nothing.</param>
    public Cell(
        Architecture architecture, OperationShape shape, LayerFactory layers, Func<int, OperationShape, CellOperation?> create)
        : base(nameof(Cell))
    {
        var space = (CellSearchSpace)architecture.Space;
        Span<bool> live = stackalloc bool[space.Edges.Count];
        space.FindLiveEdges(architecture.Choices, live);
        (_nodes, _shape) = (space.Nodes, shape);
        _rectification = layers.Rectification();
        register_module("rectification", _rectification);
        for (var i = 0; i < space.Edges.Count; i++)
        {
            var (from, to) = space.Edges[i];
            var edge = from == 0 ? shape : new OperationShape(shape.OutputChannels, shape.OutputChannels, Stride: 1);
            if (create(architecture.Choices[i], edge) is not { } operation)
            {
                continue;
            }

            if (operation.Layers is not null)
            {
                register_module(FormattableString.Invariant($"edge{from}to{to}"), operation.Layers);
            }

            _edges.Add((from, to, operation, live[i]));
        }
    }

    /// <summary>
    /// Whether edges that lie on no path are computed too, and each operation rectifies its input by itself, as in the benchmarks' own
    /// code: what comes out is the same, but who watches the layers sees what watching those would show. Default false.
    /// </summary>
    public bool ComputesEveryEdge { get; set; }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var nodes = new Tensor?[_nodes];
        var rectified = new Tensor?[_nodes];
        nodes[0] = input;
        foreach (var (from, to, operation, isLive) in _edges)
        {
            if (!isLive && !ComputesEveryEdge)
            {
                continue;
            }

            if (ComputesEveryEdge)
            {
                nodes[from] ??= Nothing(input);
                rectified[from] = null;
            }

            var source = operation.RectifiesInput ? rectified[from] ??= _rectification.call(nodes[from]!) : nodes[from]!;
            var output = operation.Layers is { } layers ? layers.call(source) : source;
            nodes[to] = nodes[to] is { } sum ? sum.Plus(output) : output;
        }

        var result = nodes[^1] ?? Nothing(input);
        return (ReferenceEquals(result, input) ? input.alias() : result).MoveToOuterDisposeScope();
    }

    // No way leads from input to output.
    private Tensor Nothing(Tensor input) => Tensors.Zeros(
        input.device, input.size(0), _shape.OutputChannels, Reduce(input.size(2)), Reduce(input.size(3)));

    private long Reduce(long size) => (size + _shape.Stride - 1) / _shape.Stride;
}
