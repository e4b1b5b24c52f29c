using System.Numerics.Tensors;

namespace Surrogates.Graphs.Arithmetic;

/// <summary>Evaluates one trained network on a block of graphs, without libtorch. Matrices lie one after the other in one array, row by row.</summary>
internal sealed class PlainArithmetic : IGraphArithmetic<PlainArithmetic.Matrix>
{
    private readonly GraphRows _graphs;
    private readonly int _nodes;
    private float[] _memory = new float[1 << 12];
    private float[] _incoming = [];
    private float[] _outgoing = [];
    private float[] _weights = [];
    private int _used;
    private int _given;
    private int _taken;

    /// <summary>Creates an evaluation of graphs of a number of node features.</summary>
    public PlainArithmetic(GraphRows graphs, int nodeFeatures) => (_graphs, _nodes) = (graphs, nodeFeatures);

    /// <inheritdoc/>
    public Matrix Nodes { get; private set; }

    /// <inheritdoc/>
    public Matrix Attributes { get; private set; }

    /// <summary>Takes up the rows that <see cref="GraphRows.Read"/> took apart.</summary>
    public void Begin(int attributes)
    {
        _used = 0;
        Nodes = Allocate(_graphs.FirstNode[^1], _nodes);
        _graphs.Nodes.CopyTo(Span(Nodes));
        Attributes = Allocate(_graphs.Count, attributes);
        _graphs.Attributes.CopyTo(Span(Attributes));
        _given = _used;
        CountNeighbors();
    }

    /// <summary>Evaluates the network with other weights.</summary>
    public void Restart(float[] weights) => (_weights, _used, _taken) = (weights, _given, 0);

    /// <summary>The numbers of a matrix.</summary>
    public Span<float> Span(Matrix matrix) => _memory.AsSpan(matrix.Start, matrix.Rows * matrix.Columns);

    /// <inheritdoc/>
    public Matrix Linear(Matrix x, int inputs, int outputs, double gain = 1)
    {
        var result = Allocate(x.Rows, outputs);
        MatrixProduct.Compute(Span(x), Take(inputs * outputs), Take(outputs), Span(result), inputs);
        return result;
    }

    /// <inheritdoc/>
    public Matrix Plus(Matrix first, Matrix second)
    {
        var result = Allocate(first.Rows, first.Columns);
        TensorPrimitives.Add(Span(first), Span(second), Span(result));
        return result;
    }

    /// <inheritdoc/>
    public Matrix Times(Matrix first, Matrix second)
    {
        var result = Allocate(first.Rows, first.Columns);
        TensorPrimitives.Multiply(Span(first), Span(second), Span(result));
        return result;
    }

    /// <inheritdoc/>
    public Matrix Rectify(Matrix x)
    {
        // What is rectified is not used otherwise.
        TensorPrimitives.Max(Span(x), 0, Span(x));
        return x;
    }

    /// <inheritdoc/>
    public Matrix Sigmoid(Matrix x)
    {
        // Not of nothing, which is refused there: networks that cannot learn have no nodes.
        if (x.Rows > 0)
        {
            TensorPrimitives.Sigmoid(Span(x), Span(x));
        }

        return x;
    }

    /// <inheritdoc/>
    public Matrix Join(ReadOnlySpan<Matrix> parts)
    {
        var columns = 0;
        foreach (var part in parts)
        {
            columns += part.Columns;
        }

        var result = Allocate(parts[0].Rows, columns);
        var start = 0;
        foreach (var part in parts)
        {
            for (var row = 0; row < part.Rows; row++)
            {
                Row(part, row).CopyTo(Row(result, row)[start..]);
            }

            start += part.Columns;
        }

        return result;
    }

    /// <inheritdoc/>
    public Matrix SumOfNeighbors(Matrix x, Flow flow)
    {
        var result = Allocate(x.Rows, x.Columns);
        Span(result).Clear();
        AddNeighbors(x, flow, result, 0);
        return result;
    }

    /// <inheritdoc/>
    public Matrix JoinNeighbors(Matrix x)
    {
        // At once, for sums that are copied beside one another cost as much as to sum.
        var result = Allocate(x.Rows, 3 * x.Columns);
        Span(result).Clear();
        for (var row = 0; row < x.Rows; row++)
        {
            Row(x, row).CopyTo(Row(result, row));
        }

        AddNeighbors(x, Flow.Forward, result, x.Columns);
        AddNeighbors(x, Flow.Backward, result, 2 * x.Columns);
        return result;
    }

    /// <inheritdoc/>
    public Matrix AttendToNeighbors(Matrix senders, Matrix receivers, Matrix values, Flow flow)
    {
        var result = Allocate(values.Rows, values.Columns);
        Span(result).Clear();
        var ends = EndsOf(flow);
        var (from, to) = (ends.Senders.ToArray(), ends.Receivers.ToArray());
        var said = Span(senders);
        var heard = Span(receivers);

        // The largest is subtracted before exponentials are taken, receiver by receiver.
        var largest = new float[values.Rows];
        var total = new float[values.Rows];
        var logits = new float[from.Length];
        Array.Fill(largest, float.NegativeInfinity);
        for (var edge = 0; edge < logits.Length; edge++)
        {
            var sum = said[from[edge]] + heard[to[edge]];
            logits[edge] = sum >= 0 ? sum : 0.2f * sum;
            largest[to[edge]] = Math.Max(largest[to[edge]], logits[edge]);
        }

        for (var edge = 0; edge < logits.Length; edge++)
        {
            logits[edge] = MathF.Exp(logits[edge] - largest[to[edge]]);
            total[to[edge]] += logits[edge];
        }

        for (var edge = 0; edge < logits.Length; edge++)
        {
            var mean = Row(result, to[edge]);
            TensorPrimitives.MultiplyAdd(Row(values, from[edge]), logits[edge] / total[to[edge]], mean, mean);
        }

        return result;
    }

    /// <inheritdoc/>
    public Matrix AttendToAll(Matrix queries, Matrix keys, Matrix values, int columns, int heads)
    {
        var bias = Take(Relations.Count * heads);
        var result = Allocate(values.Rows, columns);
        Span(result).Clear();
        var relations = _graphs.FindRelations();
        var width = columns / heads;
        var scale = 1 / MathF.Sqrt(width);
        Span<float> memory = stackalloc float[GraphLayout.MaximumNodes];
        for (var graph = 0; graph < _graphs.Count; graph++)
        {
            var first = _graphs.FirstNode[graph];
            var nodes = _graphs.FirstNode[graph + 1] - first;
            var weights = memory[..nodes];
            for (var head = 0; head < heads; head++)
            {
                for (var receiver = 0; receiver < nodes; receiver++)
                {
                    var query = Row(queries, first + receiver).Slice(head * width, width);
                    for (var sender = 0; sender < nodes; sender++)
                    {
                        var relation = (int)relations[graph][(receiver * nodes) + sender];
                        weights[sender] = bias[(relation * heads) + head]
                            + (TensorPrimitives.Dot(query, Row(keys, first + sender).Slice(head * width, width)) * scale);
                    }

                    SoftMax(weights);
                    var mean = Row(result, first + receiver).Slice(head * width, width);
                    for (var sender = 0; sender < nodes; sender++)
                    {
                        TensorPrimitives.MultiplyAdd(Row(values, first + sender).Slice(head * width, width), weights[sender], mean, mean);
                    }
                }
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public Matrix Pool(Matrix x)
    {
        var result = Allocate(_graphs.Count, 2 * x.Columns);
        Span(result).Clear();
        for (var graph = 0; graph < _graphs.Count; graph++)
        {
            var (first, end) = (_graphs.FirstNode[graph], _graphs.FirstNode[graph + 1]);
            if (end == first)
            {
                continue;
            }

            var pooled = Row(result, graph);
            var mean = pooled[x.Columns..];
            Row(x, end - 1).CopyTo(pooled);
            for (var node = first; node < end; node++)
            {
                ShortVectors.Add(Row(x, node), mean);
            }

            ShortVectors.Multiply(mean, 1f / (end - first));
        }

        return result;
    }

    // The largest is subtracted, for exponentials overflow from 89 on; the sum is taken in order, wherever in memory the numbers lie.
    private static void SoftMax(Span<float> numbers)
    {
        TensorPrimitives.Subtract(numbers, TensorPrimitives.Max(numbers), numbers);
        TensorPrimitives.Exp(numbers, numbers);
        var sum = 0f;
        foreach (var number in numbers)
        {
            sum += number;
        }

        TensorPrimitives.Divide(numbers, sum, numbers);
    }

    private Span<float> Row(Matrix matrix, int row) => _memory.AsSpan(matrix.Start + (row * matrix.Columns), matrix.Columns);

    private ReadOnlySpan<float> Take(int count)
    {
        _taken += count;
        return _weights.AsSpan(_taken - count, count);
    }

    private Matrix Allocate(int rows, int columns)
    {
        var start = _used;
        _used += rows * columns;
        if (_used > _memory.Length)
        {
            Array.Resize(ref _memory, Math.Max(_used, 2 * _memory.Length));
        }

        return new Matrix(start, rows, columns);
    }

    private void AddNeighbors(Matrix x, Flow flow, Matrix to, int column)
    {
        var ends = EndsOf(flow);
        for (var edge = 0; edge < ends.Senders.Length; edge++)
        {
            ShortVectors.Add(Row(x, ends.Senders[edge]), Row(to, ends.Receivers[edge]).Slice(column, x.Columns));
        }

        for (var row = 0; row < x.Rows; row++)
        {
            if (ends.Shares[row] < 1)
            {
                ShortVectors.Multiply(Row(to, row).Slice(column, x.Columns), ends.Shares[row]);
            }
        }
    }

    private Ends EndsOf(Flow flow) =>
        flow == Flow.Forward ? new Ends(_graphs.From, _graphs.To, _incoming) : new Ends(_graphs.To, _graphs.From, _outgoing);

    private void CountNeighbors()
    {
        var nodes = _graphs.FirstNode[^1];
        if (_incoming.Length < nodes)
        {
            (_incoming, _outgoing) = (new float[nodes], new float[nodes]);
        }

        var (incoming, outgoing) = (_incoming, _outgoing);
        incoming.AsSpan(0, nodes).Clear();
        outgoing.AsSpan(0, nodes).Clear();
        for (var edge = 0; edge < _graphs.From.Length; edge++)
        {
            outgoing[_graphs.From[edge]]++;
            incoming[_graphs.To[edge]]++;
        }

        for (var node = 0; node < nodes; node++)
        {
            incoming[node] = 1 / MathF.Sqrt(Math.Max(1, incoming[node]));
            outgoing[node] = 1 / MathF.Sqrt(Math.Max(1, outgoing[node]));
        }
    }

    private readonly ref struct Ends(ReadOnlySpan<int> senders, ReadOnlySpan<int> receivers, ReadOnlySpan<float> shares)
    {
        public ReadOnlySpan<int> Senders { get; } = senders;

        public ReadOnlySpan<int> Receivers { get; } = receivers;

        // For each receiver, one over the root of how many it hears.
        public ReadOnlySpan<float> Shares { get; } = shares;
    }

    /// <summary>Where a matrix lies.</summary>
    internal readonly record struct Matrix(int Start, int Rows, int Columns);
}
