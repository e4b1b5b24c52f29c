using System.Runtime.InteropServices;
using Surrogates.Architectures;
using Surrogates.Graphs.Arithmetic;

namespace Surrogates.Graphs;

/// <summary>Rows of features taken apart: all graphs' nodes one after the other, their neighbours, and what describes each graph as a whole.</summary>
internal sealed class GraphRows
{
    private readonly GraphScaling _scaling;
    private readonly List<int> _from = [];
    private readonly List<int> _to = [];
    private int[] _firstNode = [];
    private int[] _firstEdge = [];
    private Relation[][]? _relations;
    private float[] _nodes = [];
    private float[] _attributes = [];

    /// <summary>Creates a place to take rows apart in, which is used again for the next ones.</summary>
    public GraphRows(GraphScaling scaling) => _scaling = scaling;

    /// <summary>The number of graphs.</summary>
    public int Count { get; private set; }

    /// <summary>For each graph its first node, then the number of all nodes.</summary>
    public ReadOnlySpan<int> FirstNode => _firstNode.AsSpan(0, Count + 1);

    /// <summary>For each graph its first edge, then the number of all edges.</summary>
    public ReadOnlySpan<int> FirstEdge => _firstEdge.AsSpan(0, Count + 1);

    /// <summary>The nodes' scaled features.</summary>
    public ReadOnlySpan<float> Nodes => _nodes.AsSpan(0, _firstNode[Count] * _scaling.NodeFeatures);

    /// <summary>The graphs' scaled attributes.</summary>
    public ReadOnlySpan<float> Attributes => _attributes.AsSpan(0, Count * _scaling.Attributes);

    /// <summary>For each edge the node that data leaves.</summary>
    public ReadOnlySpan<int> From => CollectionsMarshal.AsSpan(_from);

    /// <summary>For each edge the node that data enters.</summary>
    public ReadOnlySpan<int> To => CollectionsMarshal.AsSpan(_to);

    /// <summary>Takes rows apart.</summary>
    public void Read(ReadOnlySpan<float> rows, int width)
    {
        var layout = _scaling.Layout;
        Count = rows.Length / width;
        _relations = null;
        _from.Clear();
        _to.Clear();
        Require(ref _firstNode, Count + 1);
        Require(ref _firstEdge, Count + 1);
        Require(ref _nodes, Count * layout.Nodes * _scaling.NodeFeatures);
        Require(ref _attributes, Count * _scaling.Attributes);
        var first = 0;
        for (var graph = 0; graph < Count; graph++)
        {
            var row = rows.Slice(graph * width, width);
            var nodes = layout.CountNodes(row);
            _firstNode[graph] = first;
            _firstEdge[graph] = _to.Count;
            for (var node = 0; node < nodes; node++)
            {
                _scaling.ScaleNode(layout.Node(row, node), _nodes.AsSpan((first + node) * _scaling.NodeFeatures, _scaling.NodeFeatures));
                for (var from = 0; from < node; from++)
                {
                    if (row[layout.Edge(new GraphEdge(from, node))] == 1)
                    {
                        _from.Add(first + from);
                        _to.Add(first + node);
                    }
                }
            }

            _scaling.ScaleAttributes(row[layout.Width..], _attributes.AsSpan(graph * _scaling.Attributes, _scaling.Attributes));
            first += nodes;
        }

        _firstNode[Count] = first;
        _firstEdge[Count] = _to.Count;
    }

    /// <summary>For each graph, the relation of each pair of its nodes, receiver first.</summary>
    public Relation[][] FindRelations()
    {
        return _relations ??= [.. Enumerable.Range(0, Count).Select(Find)];

        Relation[] Find(int graph)
        {
            var first = _firstNode[graph];
            var nodes = _firstNode[graph + 1] - first;
            var adjacent = new bool[nodes * nodes];
            for (var edge = _firstEdge[graph]; edge < _firstEdge[graph + 1]; edge++)
            {
                adjacent[((_from[edge] - first) * nodes) + _to[edge] - first] = true;
            }

            return Relations.Of(adjacent, nodes);
        }
    }

    private static void Require(ref float[] array, int length) => array = array.Length >= length ? array : new float[length];

    private static void Require(ref int[] array, int length) => array = array.Length >= length ? array : new int[length];
}
