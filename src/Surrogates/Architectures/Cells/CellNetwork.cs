namespace Surrogates.Architectures.Cells;

/// <summary>
/// The nodes of a cell that are used, with at most one operation between two of them. Node 0 is the input, the last the output;
/// the nodes between are in topological order.
/// </summary>
internal sealed class CellNetwork
{
    private readonly byte?[,] _operations;

    private CellNetwork(byte?[,] operations) => _operations = operations;

    public int Nodes => _operations.GetLength(0);

    public byte? Operation(int from, int to) => _operations[from, to];

    public static CellNetwork FromLiveEdges(CellTopology topology, ReadOnlySpan<byte> operations, ReadOnlySpan<bool> live)
    {
        Span<int> index = stackalloc int[topology.Nodes];
        index.Fill(-1);
        var used = 1;
        for (var node = 1; node < topology.Nodes; node++)
        {
            var isUsed = node == topology.Nodes - 1;
            for (var from = 0; from < node && !isUsed; from++)
            {
                isUsed = live[CellTopology.IndexOf(from, node)];
            }

            index[node] = isUsed ? used++ : -1;
        }

        index[0] = 0;
        var result = new byte?[used, used];
        for (var e = 0; e < operations.Length; e++)
        {
            if (live[e])
            {
                result[index[topology.Edges[e].From], index[topology.Edges[e].To]] = operations[e];
            }
        }

        return new CellNetwork(result);
    }

    /// <summary>
    /// The network in which no node is a needless copy of another: a node whose one input is an identity holds what its source
    /// holds, so its outgoing edges move to the source. A copy stays only where two parallel operations between the same nodes
    /// need it, and the operations are dealt to source and copies in their order. The result has no more nodes than before.
    /// </summary>
    public CellNetwork MergeIdentities(int identity)
    {
        var root = FindRoots(identity);

        // Parallel operations between two roots, in the order of the operations.
        var parallel = new SortedDictionary<(int From, int To), List<byte>>();
        for (var to = 1; to < Nodes; to++)
        {
            for (var from = 0; from < to && root[to] == to; from++)
            {
                if (_operations[from, to] is { } operation)
                {
                    if (!parallel.TryGetValue((root[from], to), out var operations))
                    {
                        parallel.Add((root[from], to), operations = []);
                    }

                    operations.Add(operation);
                }
            }
        }

        // A root is followed by as many copies as its widest bundle of parallel operations needs.
        var first = new int[Nodes];
        var count = 0;
        for (var node = 0; node < Nodes; node++)
        {
            if (root[node] == node)
            {
                first[node] = count;
                count += Math.Max(1, parallel.Where(pair => pair.Key.From == node).Select(pair => pair.Value.Count).DefaultIfEmpty().Max());
            }
        }

        var result = new byte?[count, count];
        foreach (var ((from, to), operations) in parallel)
        {
            operations.Sort();
            for (var copy = 0; copy < operations.Count; copy++)
            {
                result[first[from] + copy, first[to]] = operations[copy];
                if (copy > 0)
                {
                    result[first[from], first[from] + copy] = (byte)identity;
                }
            }
        }

        return new CellNetwork(result);
    }

    private int[] FindRoots(int identity)
    {
        var root = new int[Nodes];
        for (var node = 1; node < Nodes; node++)
        {
            root[node] = node;
            var inputs = Enumerable.Range(0, node).Where(from => _operations[from, node] is not null).ToList();
            if (node < Nodes - 1 && inputs.Count == 1 && _operations[inputs[0], node] == identity)
            {
                root[node] = root[inputs[0]];
            }
        }

        return root;
    }
}
