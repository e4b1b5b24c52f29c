namespace Surrogates.Architectures.Cells;

/// <summary>
/// A space of cells: directed acyclic graphs over n nodes with one operation on the edge from each node to every later one. Node 0 is the
/// input, node n − 1 the output, and a node is the sum of its incoming edges.
/// </summary>
public abstract class CellSearchSpace : SearchSpace
{
    // Below this number of cells, a cell's representative is looked for once.
    private const int MaximumRemembered = 1 << 16;

    private readonly Architecture?[]? _canonical;
    private readonly CellTopology _topology;
    private readonly CellCanonicalizer _canonicalizer;

    /// <summary>Creates a space of cells.</summary>
    /// <param name="name">The space's name.</param>
    /// <param name="description">One sentence that says what it is.</param>
    /// <param name="nodes">Nodes of the cell, input and output included: 2 to <see cref="MaximumNodes"/>.</param>
    /// <param name="operations">The operations that an edge can have.</param>
    /// <param name="none">The index of the operation that passes nothing, or −1 where there is none.</param>
    /// <param name="identity">The index of the operation that passes its input on unchanged, without weights, or −1.</param>
    protected CellSearchSpace(string name, string description, int nodes, IReadOnlyList<string> operations, int none, int identity)
        : base(name, description, CreateChoices(nodes, operations))
    {
        _topology = new CellTopology(nodes);
        _canonicalizer = new CellCanonicalizer(_topology, none, identity);
        Operations = operations;
        NoneOperation = none;
        IdentityOperation = identity;
        _canonical = Count <= MaximumRemembered ? new Architecture?[(int)Count] : null;
    }

    /// <summary>The most nodes that a cell can have.</summary>
    public static int MaximumNodes => 12;

    /// <summary>Nodes of the cell, input and output included.</summary>
    public int Nodes => _topology.Nodes;

    /// <summary>The operations that an edge can have.</summary>
    public IReadOnlyList<string> Operations { get; }

    /// <summary>The index of the operation that passes nothing, or −1 where there is none.</summary>
    public int NoneOperation { get; }

    /// <summary>The index of the operation that passes its input unchanged and has no weights, or −1 where there is none.</summary>
    public int IdentityOperation { get; }

    /// <summary>
    /// The index of the operation that passes its input on where it keeps the shape, though it may have weights where it does
    /// not; −1 where there is none. The identity unless the space says otherwise.
    /// </summary>
    public virtual int SkipOperation => IdentityOperation;

    /// <summary>How the network stacks the cell: for each cell in turn, whether it changes the shape of its input.</summary>
    public virtual IReadOnlyList<bool> StackedCells { get; } = new bool[10];

    /// <summary>The edges in the order of <see cref="Architecture.Choices"/>: by target, then by source.</summary>
    public IReadOnlyList<(int From, int To)> Edges => _topology.Edges;

    /// <summary>Which edges lie on a path from input to output.</summary>
    /// <param name="choices">The operation of each edge.</param>
    /// <param name="live">Receives the answer for each edge.</param>
    public void FindLiveEdges(ReadOnlySpan<byte> choices, Span<bool> live) => _topology.FindLiveEdges(choices, NoneOperation, live);

    /// <inheritdoc/>
    public override bool IsConnected(Architecture architecture)
    {
        Span<bool> live = stackalloc bool[architecture.Choices.Length];
        FindLiveEdges(architecture.Choices, live);
        return live.Contains(true);
    }

    /// <inheritdoc/>
    public override Architecture Canonicalize(Architecture architecture)
    {
        if (_canonical is null)
        {
            return FindCanonical(architecture);
        }

        // Two threads may find the same one; which of the two is kept makes no difference.
        ref var found = ref _canonical[IndexOf(architecture.Choices)];
        return found ??= FindCanonical(architecture);
    }

    private int IndexOf(ReadOnlySpan<byte> choices)
    {
        var index = 0;
        foreach (var choice in choices)
        {
            index = (index * Operations.Count) + choice;
        }

        return index;
    }

    private Architecture FindCanonical(Architecture architecture)
    {
        var canonical = NoneOperation >= 0
            ? _canonicalizer.Canonicalize(architecture.Choices)
            : SortTwinInputs(architecture.Choices.ToArray());
        return architecture.Choices.SequenceEqual(canonical) ? architecture : new Architecture(this, canonical);
    }

    /// <summary>The graph of the canonical cell, so that equal networks have equal graphs: a node for each edge that is used.</summary>
    public override ArchitectureGraph GetGraph(Architecture architecture)
    {
        var choices = architecture.Canonical.Choices;
        var live = new bool[Edges.Count];
        FindLiveEdges(choices, live);
        var nodes = new List<GraphNode> { new("input") };
        var nodeOfEdge = new int[Edges.Count];
        for (var e = 0; e < live.Length; e++)
        {
            if (live[e])
            {
                nodeOfEdge[e] = nodes.Count;
                nodes.Add(new GraphNode(Operations[choices[e]]));
            }
        }

        nodes.Add(new GraphNode("output"));
        var edges = new List<GraphEdge>();
        for (var e = 0; e < live.Length; e++)
        {
            if (live[e])
            {
                AddEdgesInto(e, live, nodeOfEdge, edges);
                if (Edges[e].To == Nodes - 1)
                {
                    edges.Add(new GraphEdge(nodeOfEdge[e], nodes.Count - 1));
                }
            }
        }

        return new ArchitectureGraph(nodes, edges);
    }

    private void AddEdgesInto(int edge, bool[] live, int[] nodeOfEdge, List<GraphEdge> edges)
    {
        if (Edges[edge].From == 0)
        {
            edges.Add(new GraphEdge(0, nodeOfEdge[edge]));
        }

        for (var source = 0; source < edge; source++)
        {
            if (live[source] && Edges[source].To == Edges[edge].From)
            {
                edges.Add(new GraphEdge(nodeOfEdge[source], nodeOfEdge[edge]));
            }
        }
    }

    // Without "none" every edge is used, so only node 1 can be a copy of another: then its edges and the input's may be swapped.
    private byte[] SortTwinInputs(byte[] choices)
    {
        if (IdentityOperation >= 0 && choices[0] == IdentityOperation)
        {
            for (var to = 2; to < Nodes; to++)
            {
                choices.AsSpan(CellTopology.IndexOf(0, to), 2).Sort();
            }
        }

        return choices;
    }

    private static IReadOnlyList<Choice> CreateChoices(int nodes, IReadOnlyList<string> operations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes, MaximumNodes);
        return [.. new CellTopology(nodes).Edges.Select(edge => new Choice($"edge {edge.From}→{edge.To}", operations))];
    }
}
