namespace Surrogates.Architectures.Cells;

/// <summary>
/// Finds the representative of all cells that are the same network: prunes what does not reach the output, merges nodes that
/// only copy another, and orders the nodes in a way that depends on the network alone.
/// </summary>
internal sealed class CellCanonicalizer(CellTopology topology, int none, int identity)
{
    /// <summary>The operation of each edge of the representative; every edge that is not used has the operation "none".</summary>
    /// <remarks>Only for cells that have a "none": a cell without it has no unused edge and no two equal orders.</remarks>
    public byte[] Canonicalize(ReadOnlySpan<byte> operations)
    {
        var live = new bool[operations.Length];
        topology.FindLiveEdges(operations, none, live);
        var network = CellNetwork.FromLiveEdges(topology, operations, live);
        if (identity >= 0 && network.Uses((byte)identity))
        {
            network = IdentityMerging.Apply(network, identity, topology.Nodes);
        }

        var order = new CellNodeOrder(network).Find();
        var result = new byte[operations.Length];
        Array.Fill(result, (byte)none);

        // Unused nodes come after the used ones; the output is always the cell's last.
        var output = order.Length - 1;
        for (var to = 1; to < order.Length; to++)
        {
            for (var from = 0; from < to; from++)
            {
                if (network.Operation(order[from], order[to]) is { } operation)
                {
                    result[CellTopology.IndexOf(from, to == output ? topology.Nodes - 1 : to)] = operation;
                }
            }
        }

        return result;
    }
}
