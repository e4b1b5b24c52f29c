namespace Surrogates.Graphs.Arithmetic;

/// <summary>
/// Computes nothing, and notes the weights that a network asks for. A matrix is its number of columns here, so that a network whose parts do not
/// fit is found before it is trained.
/// </summary>
internal sealed class WeightShapes(int nodeFeatures, int attributes) : IGraphArithmetic<int>
{
    private readonly List<WeightShape> _shapes = [];

    /// <summary>The weights, in the order in which they are taken.</summary>
    public IReadOnlyList<WeightShape> Shapes => _shapes;

    public int Nodes => nodeFeatures;

    public int Attributes => attributes;

    public int Linear(int x, int inputs, int outputs, double gain = 1)
    {
        Require(x == inputs);
        _shapes.Add(new WeightShape(inputs, outputs, gain / Math.Sqrt(inputs)));
        _shapes.Add(new WeightShape(1, outputs, 0));
        return outputs;
    }

    public int Plus(int first, int second) => Same(first, second);

    public int Times(int first, int second) => Same(first, second);

    public int Rectify(int x) => x;

    public int Sigmoid(int x) => x;

    public int Join(ReadOnlySpan<int> parts)
    {
        var sum = 0;
        foreach (var part in parts)
        {
            sum += part;
        }

        return sum;
    }

    public int SumOfNeighbors(int x, Flow flow) => x;

    public int JoinNeighbors(int x) => 3 * x;

    public int AttendToNeighbors(int senders, int receivers, int values, Flow flow)
    {
        Require(senders == 1 && receivers == 1);
        return values;
    }

    public int AttendToAll(int queries, int keys, int values, int columns, int heads)
    {
        Require(queries == columns && keys == columns && values == columns && columns % heads == 0);
        _shapes.Add(new WeightShape(1, Relations.Count * heads, 0));
        return columns;
    }

    public int Pool(int x) => 2 * x;

    private static int Same(int first, int second)
    {
        Require(first == second);
        return first;
    }

    private static void Require(bool fits)
    {
        if (!fits)
        {
            throw new InvalidOperationException("The parts of the network do not fit.");
        }
    }
}

/// <summary>A matrix of weights.</summary>
/// <param name="Inputs">Its rows; 1 for a bias.</param>
/// <param name="Outputs">Its columns.</param>
/// <param name="Deviation">The standard deviation at the start; 0 for a bias, which is not decayed either.</param>
internal readonly record struct WeightShape(int Inputs, int Outputs, double Deviation)
{
    /// <summary>The number of weights.</summary>
    public int Count => Inputs * Outputs;
}
