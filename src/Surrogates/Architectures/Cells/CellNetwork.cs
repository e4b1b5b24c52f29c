namespace Surrogates.Architectures.Cells;

/// <summary>
/// The nodes of a cell that are used, with at most one operation between two of them. Node 0 is the input, the last the output;
/// the nodes between are in topological order.
/// </summary>
internal sealed class CellNetwork
{
    private readonly byte?[,] _operations;

    /// <summary>Creates a network from the operation between each two nodes, null where there is none.</summary>
    public CellNetwork(byte?[,] operations) => _operations = operations;

    public int Nodes => _operations.GetLength(0);

    public byte? Operation(int from, int to) => _operations[from, to];

    public bool Uses(byte operation)
    {
        foreach (var used in _operations)
        {
            if (used == operation)
            {
                return true;
            }
        }

        return false;
    }

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
}
