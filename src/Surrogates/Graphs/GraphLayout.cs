using Surrogates.Architectures;

namespace Surrogates.Graphs;

/// <summary>
/// Where in a row of features an architecture's graph stands: a header by which the row is recognized, the nodes' features, then the
/// edges. What follows describes the architecture as a whole.
/// </summary>
/// <remarks>
/// The header makes the row say itself what it holds, for an ML.NET column of a custom transform has no room for annotations in a model file.
/// Nodes stand in topological order, the output last of those that are there; an edge leads from a lower to a higher node.
/// </remarks>
/// <param name="Nodes">The most nodes that a graph has, input and output included.</param>
/// <param name="NodeFeatures">The numbers that describe a node; the first is 1 where the node is there, and 0 where it is not.</param>
internal readonly record struct GraphLayout(int Nodes, int NodeFeatures)
{
    /// <summary>The most nodes of a graph.</summary>
    public const int MaximumNodes = 256;

    private const int MaximumNodeFeatures = 1024;
    private const int HeaderLength = 3;

    // Chosen at random: no feature of an architecture is this number.
    private const float Mark = 74931.625f;

    /// <summary>The length of the graph in a row.</summary>
    public int Width => FirstEdge + (Nodes * (Nodes - 1) / 2);

    /// <summary>Whether there can be such graphs.</summary>
    public bool IsValid => Nodes is >= 2 and <= MaximumNodes && NodeFeatures is >= 2 and <= MaximumNodeFeatures;

    private int FirstEdge => HeaderLength + (Nodes * NodeFeatures);

    /// <summary>The layout of the graph that a row begins with, or null where it begins with something else.</summary>
    public static GraphLayout? TryRead(ReadOnlySpan<float> row)
    {
        if (row.Length <= HeaderLength || row[0] != Mark)
        {
            return null;
        }

        var layout = new GraphLayout((int)row[1], (int)row[2]);
        return layout.IsValid && layout.Width <= row.Length ? layout : null;
    }

    /// <summary>Writes the header.</summary>
    public void WriteHeader(Span<float> row) => (row[0], row[1], row[2]) = (Mark, Nodes, NodeFeatures);

    /// <summary>The features of a node.</summary>
    public Span<float> Node(Span<float> row, int node) => row.Slice(HeaderLength + (node * NodeFeatures), NodeFeatures);

    /// <summary>The features of a node.</summary>
    public ReadOnlySpan<float> Node(ReadOnlySpan<float> row, int node) => row.Slice(HeaderLength + (node * NodeFeatures), NodeFeatures);

    /// <summary>The place in a row that is 1 where data flows along an edge.</summary>
    public int Edge(GraphEdge edge) => FirstEdge + (edge.To * (edge.To - 1) / 2) + edge.From;

    /// <summary>The number of nodes that a row's graph has; 0 where the row has no graph.</summary>
    public int CountNodes(ReadOnlySpan<float> row)
    {
        var count = 0;
        while (count < Nodes && Node(row, count)[0] == 1)
        {
            count++;
        }

        return count;
    }
}
