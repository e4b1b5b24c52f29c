using Surrogates.Torch;
using static TorchSharp.torch;

namespace Surrogates.Graphs.Arithmetic;

/// <summary>
/// Evaluates several networks of one shape on a batch of graphs, and lets libtorch differentiate. A matrix is a tensor network × row × column;
/// every graph has the same number of rows, of which the last may be empty.
/// </summary>
/// <param name="batch">The graphs.</param>
/// <param name="weights">The weights in the order in which they are taken: network × inputs × outputs.</param>
internal sealed class TorchArithmetic(GraphTensors batch, IReadOnlyList<Tensor> weights) : IGraphArithmetic<Tensor>
{
    private const double Leak = 0.2;

    private readonly long _networks = weights[0].shape[0];
    private int _taken;

    public Tensor Nodes => batch.Nodes.expand(_networks, -1, -1);

    public Tensor Attributes => batch.Attributes.expand(_networks, -1, -1);

    public Tensor Linear(Tensor x, int inputs, int outputs, double gain = 1)
    {
        var (factors, bias) = (weights[_taken], weights[_taken + 1]);
        _taken += 2;
        return TensorArithmetic.Plus(x.bmm(factors), bias);
    }

    public Tensor Plus(Tensor first, Tensor second) => TensorArithmetic.Plus(first, second);

    public Tensor Times(Tensor first, Tensor second) => first.mul(second);

    public Tensor Rectify(Tensor x) => x.relu();

    public Tensor Sigmoid(Tensor x) => x.sigmoid();

    public Tensor Join(ReadOnlySpan<Tensor> parts) => cat(parts.ToArray(), dim: 2);

    public Tensor SumOfNeighbors(Tensor x, Flow flow) => Weigh(batch.Shares(flow, _networks), x);

    public Tensor JoinNeighbors(Tensor x) => Join([x, SumOfNeighbors(x, Flow.Forward), SumOfNeighbors(x, Flow.Backward)]);

    public Tensor AttendToNeighbors(Tensor senders, Tensor receivers, Tensor values, Flow flow)
    {
        var said = senders.view(_networks, batch.Graphs, 1, batch.NodesOfGraph);
        var heard = receivers.view(_networks, batch.Graphs, batch.NodesOfGraph, 1);
        var logits = TensorArithmetic.Plus(said, heard).RectifyLeaky(Leak);
        var weights = TensorArithmetic.Plus(logits, batch.Penalty(flow)).softmax(-1).mul(batch.Adjacent(flow));
        return Weigh(weights.view(_networks * batch.Graphs, batch.NodesOfGraph, batch.NodesOfGraph), values);
    }

    public Tensor AttendToAll(Tensor queries, Tensor keys, Tensor values, int columns, int heads)
    {
        var (graphs, nodes) = (batch.Graphs, batch.NodesOfGraph);
        var logits = ByHead(queries).bmm(ByHead(keys).transpose(1, 2)).Times(1 / Math.Sqrt(columns / heads))
            .view(_networks, graphs, heads, nodes, nodes);
        var bias = batch.Relations.expand(_networks, -1, -1).bmm(weights[_taken++].view(_networks, Relations.Count, heads))
            .view(_networks, graphs, nodes, nodes, heads).permute(0, 1, 4, 2, 3);
        var attention = TensorArithmetic.Plus(TensorArithmetic.Plus(logits, bias), batch.Absence).softmax(-1)
            .view(_networks * graphs * heads, nodes, nodes);
        return attention.bmm(ByHead(values)).view(_networks, graphs, heads, nodes, columns / heads)
            .permute(0, 1, 3, 2, 4).reshape(_networks, graphs * nodes, columns);

        Tensor ByHead(Tensor x) => x.view(_networks, graphs, nodes, heads, columns / heads).permute(0, 1, 3, 2, 4)
            .reshape(_networks * graphs * heads, nodes, columns / heads);
    }

    public Tensor Pool(Tensor x) =>
        batch.Pooling(_networks).bmm(x.view(_networks * batch.Graphs, batch.NodesOfGraph, -1)).view(_networks, batch.Graphs, -1);

    private Tensor Weigh(Tensor shares, Tensor x) =>
        shares.bmm(x.view(_networks * batch.Graphs, batch.NodesOfGraph, -1)).view(_networks, batch.Graphs * batch.NodesOfGraph, -1);
}
