using Surrogates.Graphs.Arithmetic;

namespace Surrogates.Graphs;

/// <summary>
/// The graph neural network: nodes learn of one another some times over, along the flow of data and against it; what the output node and the
/// mean of all nodes hold then meets what describes the graph as a whole. The whole is also weighed linearly, beside the network.
/// </summary>
/// <param name="Convolution">How nodes learn of one another.</param>
/// <param name="Hidden">The numbers of a node's state.</param>
/// <param name="Layers">How often they do.</param>
/// <param name="NodeFeatures">The numbers that describe a node.</param>
/// <param name="Attributes">The numbers that describe a graph as a whole; may be 0.</param>
internal sealed record GraphNetwork(GraphConvolution Convolution, int Hidden, int Layers, int NodeFeatures, int Attributes)
{
    private const int Heads = 2;

    // Keeps the variance through a rectification: He et al., "Delving Deep into Rectifiers", ICCV 2015.
    private const double Rectified = 1.4142135623730951;

    // What is added to a state starts small, so that the network starts as a shallow one.
    private const double Added = 0.5;

    /// <summary>The weights, in the order in which they are taken.</summary>
    public IReadOnlyList<WeightShape> FindWeights()
    {
        var shapes = new WeightShapes(NodeFeatures, Attributes);
        Predict(shapes);
        return shapes.Shapes;
    }

    /// <summary>One number for each graph.</summary>
    public T Predict<T>(IGraphArithmetic<T> math)
    {
        var states = math.Rectify(math.Linear(math.Nodes, NodeFeatures, Hidden, Rectified));
        for (var layer = 0; layer < Layers; layer++)
        {
            states = Convolution switch
            {
                GraphConvolution.Isomorphism => math.Plus(states, Isomorphism(math, states)),
                GraphConvolution.Gated => math.Plus(states, Gated(math, states)),
                GraphConvolution.Attention => math.Plus(states, Attention(math, states)),
                _ => Transformer(math, states),
            };
        }

        var pooled = math.Pool(states);
        if (Attributes == 0)
        {
            return Score(math, pooled, 2 * Hidden);
        }

        var whole = math.Rectify(math.Linear(math.Attributes, Attributes, Hidden, Rectified));
        return math.Plus(Score(math, math.Join([pooled, whole]), 3 * Hidden), math.Linear(math.Attributes, Attributes, 1, Added));
    }

    private T Isomorphism<T>(IGraphArithmetic<T> math, T states)
    {
        var inner = math.Rectify(math.Linear(math.JoinNeighbors(states), 3 * Hidden, Hidden, Rectified));
        return math.Linear(inner, Hidden, Hidden, Added);
    }

    private T Gated<T>(IGraphArithmetic<T> math, T states)
    {
        var own = math.Linear(states, Hidden, Hidden);
        var sum = math.Plus(math.Plus(own, Messages(Flow.Forward)), Messages(Flow.Backward));
        return math.Linear(math.Rectify(sum), Hidden, Hidden, Added);

        T Messages(Flow flow)
        {
            var gate = math.Sigmoid(math.Linear(states, Hidden, Hidden));
            return math.SumOfNeighbors(math.Times(gate, math.Linear(states, Hidden, Hidden)), flow);
        }
    }

    private T Attention<T>(IGraphArithmetic<T> math, T states)
    {
        var own = math.Linear(states, Hidden, Hidden);
        var sum = math.Plus(math.Plus(own, Heard(Flow.Forward)), Heard(Flow.Backward));
        return math.Linear(math.Rectify(sum), Hidden, Hidden, Added);

        T Heard(Flow flow)
        {
            var values = math.Linear(states, Hidden, Hidden);
            return math.AttendToNeighbors(math.Linear(values, Hidden, 1), math.Linear(values, Hidden, 1), values, flow);
        }
    }

    private T Transformer<T>(IGraphArithmetic<T> math, T states)
    {
        var queries = math.Linear(states, Hidden, Hidden);
        var keys = math.Linear(states, Hidden, Hidden);
        var values = math.Linear(states, Hidden, Hidden);
        var heard = math.AttendToAll(queries, keys, values, Hidden, Heads);
        states = math.Plus(states, math.Linear(heard, Hidden, Hidden, Added));
        var inner = math.Rectify(math.Linear(states, Hidden, 2 * Hidden, Rectified));
        return math.Plus(states, math.Linear(inner, 2 * Hidden, Hidden, Added));
    }

    private T Score<T>(IGraphArithmetic<T> math, T read, int columns) =>
        math.Linear(math.Rectify(math.Linear(read, columns, Hidden, Rectified)), Hidden, 1, Added);
}
