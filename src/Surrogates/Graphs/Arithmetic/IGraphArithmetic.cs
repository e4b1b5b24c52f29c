namespace Surrogates.Graphs.Arithmetic;

/// <summary>
/// What a graph neural network is written in, so that it stands in the code once (<see cref="GraphNetwork"/>) and is trained by libtorch
/// (<see cref="TorchArithmetic"/>) and evaluated without it (<see cref="PlainArithmetic"/>).
/// </summary>
/// <remarks>
/// A value is a matrix with a row for each node, or for each graph. Each call of <see cref="Linear"/> and <see cref="AttendToAll"/> takes the
/// next weights; the order of the calls is therefore the order of the weights in a model file.
/// </remarks>
/// <typeparam name="T">A matrix.</typeparam>
internal interface IGraphArithmetic<T>
{
    /// <summary>The nodes' features, a row for each node.</summary>
    T Nodes { get; }

    /// <summary>What describes each graph as a whole, a row for each graph.</summary>
    T Attributes { get; }

    /// <summary>x W + b with weights of their own.</summary>
    /// <param name="x">A matrix of <paramref name="inputs"/> columns.</param>
    /// <param name="inputs">The columns of <paramref name="x"/>.</param>
    /// <param name="outputs">The columns of the result.</param>
    /// <param name="gain">The standard deviation at the start, relative to 1/√inputs.</param>
    T Linear(T x, int inputs, int outputs, double gain = 1);

    /// <summary>The sum of two matrices of one shape.</summary>
    T Plus(T first, T second);

    /// <summary>The product, number by number, of two matrices of one shape.</summary>
    T Times(T first, T second);

    /// <summary>Negative numbers become 0.</summary>
    T Rectify(T x);

    /// <summary>1/(1 + exp(−x)).</summary>
    T Sigmoid(T x);

    /// <summary>Matrices of one height beside one another.</summary>
    T Join(ReadOnlySpan<T> parts);

    /// <summary>For each node the sum over its neighbours, divided by the square root of their number; 0 where it has none.</summary>
    T SumOfNeighbors(T x, Flow flow);

    /// <summary>For each node its own row, then <see cref="SumOfNeighbors"/> of both flows, beside one another.</summary>
    T JoinNeighbors(T x);

    /// <summary>
    /// For each node the mean of its neighbours' values, weighed by the softmax of leaky rectified (slope 0.2) sums of what sender and receiver
    /// say; 0 where it has no neighbour.
    /// </summary>
    /// <param name="senders">One number a node.</param>
    /// <param name="receivers">One number a node.</param>
    /// <param name="values">The values.</param>
    /// <param name="flow">Which neighbours.</param>
    T AttendToNeighbors(T senders, T receivers, T values, Flow flow);

    /// <summary>
    /// For each node and head the mean over all nodes' values, weighed by the softmax of query · key / √width plus a learned number for the
    /// <see cref="Relation"/> between the two.
    /// </summary>
    /// <param name="queries">The heads' queries side by side.</param>
    /// <param name="keys">The heads' keys.</param>
    /// <param name="values">The heads' values.</param>
    /// <param name="columns">The columns of each.</param>
    /// <param name="heads">The number of heads; divides the columns.</param>
    T AttendToAll(T queries, T keys, T values, int columns, int heads);

    /// <summary>For each graph its output node's row, then the mean of its nodes' rows.</summary>
    T Pool(T x);
}
