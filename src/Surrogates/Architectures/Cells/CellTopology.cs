namespace Surrogates.Architectures.Cells;

/// <summary>
/// The edges of a cell: a directed acyclic graph over nodes 0 (input) to n − 1 (output), with an edge from each node to every
/// later one, ordered by target and then by source, as the benchmarks write them.
/// </summary>
internal sealed class CellTopology
{
    private readonly (int From, int To)[] _edges;

    public CellTopology(int nodes)
    {
        Nodes = nodes;
        _edges = [.. Enumerable.Range(1, nodes - 1).SelectMany(to => Enumerable.Range(0, to).Select(from => (from, to)))];
    }

    public int Nodes { get; }

    public IReadOnlyList<(int From, int To)> Edges => _edges;

    /// <summary>The index of the edge between two nodes.</summary>
    public static int IndexOf(int from, int to) => (to * (to - 1) / 2) + from;

    /// <summary>Which edges lie on a path from input to output that takes no edge whose operation is <paramref name="none"/>.</summary>
    /// <param name="operations">The operation of each edge.</param>
    /// <param name="none">The index of the operation that passes nothing, or −1 where there is none.</param>
    /// <param name="live">Receives the answer for each edge.</param>
    public void FindLiveEdges(ReadOnlySpan<byte> operations, int none, Span<bool> live)
    {
        Span<bool> fromInput = stackalloc bool[Nodes];
        Span<bool> toOutput = stackalloc bool[Nodes];
        fromInput[0] = true;
        toOutput[Nodes - 1] = true;
        for (var e = 0; e < _edges.Length; e++)
        {
            fromInput[_edges[e].To] |= operations[e] != none && fromInput[_edges[e].From];
        }

        for (var e = _edges.Length - 1; e >= 0; e--)
        {
            toOutput[_edges[e].From] |= operations[e] != none && toOutput[_edges[e].To];
        }

        for (var e = 0; e < _edges.Length; e++)
        {
            live[e] = operations[e] != none && fromInput[_edges[e].From] && toOutput[_edges[e].To];
        }
    }
}
