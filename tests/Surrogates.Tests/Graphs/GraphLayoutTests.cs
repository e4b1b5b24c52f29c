using Surrogates.Architectures;
using Surrogates.Encodings;
using Surrogates.Graphs;
using Surrogates.Tests.Architectures;

namespace Surrogates.Tests.Graphs;

public class GraphLayoutTests
{
    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void A_row_holds_the_nodes_and_edges_of_the_graph(string space)
    {
        var sample = SampleGraphs.Of(space, 20);
        var graphs = new GraphRows(sample.Unscaled());
        graphs.Read(sample.Rows, sample.Width);
        Assert.Equal(sample.Architectures.Count, graphs.Count);

        var (features, edge) = (sample.Layout.NodeFeatures, 0);
        for (var i = 0; i < graphs.Count; i++)
        {
            var graph = sample.Architectures[i].ToGraph();
            var first = graphs.FirstNode[i];
            Assert.Equal(graph.Nodes.Count, graphs.FirstNode[i + 1] - first);
            Assert.Equal(graph.Nodes.Count, sample.Layout.CountNodes(sample.Row(i)));
            for (var node = 0; node < graph.Nodes.Count; node++)
            {
                var read = graphs.Nodes.Slice((first + node) * features, features).ToArray();
                Assert.Equal(Describe(sample.Architectures[i].Space, graph, node), read.Select(number => number * SampleGraphs.Unit));
            }

            var edges = new HashSet<GraphEdge>();
            for (; edge < graphs.To.Length && graphs.To[edge] < graphs.FirstNode[i + 1]; edge++)
            {
                edges.Add(new GraphEdge(graphs.From[edge] - first, graphs.To[edge] - first));
            }

            Assert.Equal(graph.Edges.ToHashSet(), edges);
        }

        Assert.Equal(graphs.To.Length, edge);
        Assert.Equal(graphs.To.Length, graphs.From.Length);
    }

    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Equal_networks_have_equal_rows_and_equal_rows_are_equal_graphs(string space)
    {
        var sample = SampleGraphs.Of(space, 60);
        var canonical = SampleGraphs.Of([.. sample.Architectures.Select(architecture => architecture.Canonical)]);
        Assert.Equal(canonical.Rows, sample.Rows);

        var graphs = Enumerable.Range(0, sample.Architectures.Count)
            .GroupBy(i => string.Join(' ', sample.Row(i).ToArray()), i => Text(sample.Architectures[i].ToGraph()));
        Assert.All(graphs, texts => Assert.Single(texts.Distinct()));
    }

    [Fact]
    public void A_row_that_begins_with_something_else_is_not_taken_for_a_graph()
    {
        var space = SearchSpaces.Micro;
        foreach (var part in ArchitectureEncoding.PartNames.Where(part => part is not ("graph" or "stages")))
        {
            var features = ArchitectureEncoding.Parse(part).For(space).Encode(space.Sample(new Random(1)));
            Assert.Null(GraphLayout.TryRead(features));
            Assert.Null(GraphLayout.TryRead([.. features, .. SampleGraphs.Of("micro", 1).Rows]));
        }

        Assert.Null(GraphLayout.TryRead([]));
        Assert.Null(GraphLayout.TryRead([float.NaN, float.NaN, float.NaN, float.NaN]));
    }

    [Fact]
    public void A_row_may_be_longer_than_its_graph_and_not_shorter()
    {
        var sample = SampleGraphs.Of("micro", 1);
        Assert.Equal(sample.Width, sample.Layout.Width);
        Assert.Equal(sample.Layout, GraphLayout.TryRead([.. sample.Rows, 1, 2, 3]));
        for (var length = 0; length < sample.Width; length++)
        {
            Assert.Null(GraphLayout.TryRead(sample.Rows.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(0, 10)]
    [InlineData(-8, 10)]
    [InlineData(257, 10)]
    [InlineData(8, 1)]
    [InlineData(8, -10)]
    [InlineData(8, 1025)]
    [InlineData(float.NaN, 10)]
    [InlineData(8, float.NaN)]
    [InlineData(float.PositiveInfinity, 10)]
    [InlineData(8, float.NegativeInfinity)]
    [InlineData(3e9f, 3e9f)]
    public void A_header_out_of_range_is_refused(float nodes, float features)
    {
        var row = new float[1 << 17];
        new GraphLayout(8, 10).WriteHeader(row);
        Assert.NotNull(GraphLayout.TryRead(row));
        (row[1], row[2]) = (nodes, features);
        Assert.Null(GraphLayout.TryRead(row));
    }

    [Fact]
    public void A_graph_that_would_not_fit_a_model_file_is_left_out()
    {
        Assert.Null(Graph(choices: 253));
        Assert.Null(Graph(choices: 1000));
        var encoder = Graph(choices: 100);
        Assert.NotNull(GraphLayout.TryRead(encoder!.Encode(Sequence(100).Sample(new Random(1)))));

        static ISearchSpace Sequence(int choices) =>
            SearchSpaces.FromJson($$"""{"name":"long","sequence":[{"name":"b","repeat":{{choices}},"options":["k3","k5"]}]}""");

        static IArchitectureEncoder? Graph(int choices)
        {
            var both = new ArchitectureEncoding().Graph().OneHot().For(Sequence(choices));
            return both.FeatureNames[0] == "graph" ? both : null;
        }
    }

    // What a node's features should be, by another way.
    private static float[] Describe(ISearchSpace space, ArchitectureGraph graph, int node)
    {
        var (operation, channels, resolution) = graph.Nodes[node];
        var last = graph.Nodes.Count - 1;
        var (width, height) = ((float)Math.Log2(channels), (float)Math.Log2(resolution));
        return
        [
            1,
            node == 0 ? 1 : 0,
            node == last ? 1 : 0,
            .. space.Choices.SelectMany(choice => choice.Options).Distinct()
                .Select(option => node != 0 && node != last && option == operation ? 1f : 0f),
            width,
            height,
            2 * (width + height),
            Longest(node, edge => edge.To, edge => edge.From),
            Longest(node, edge => edge.From, edge => edge.To),
            graph.Edges.Count(edge => edge.From == node || edge.To == node),
        ];

        // By rounds over all edges (Bellman and Ford) until nothing changes, which needs no order.
        float Longest(int at, Func<GraphEdge, int> near, Func<GraphEdge, int> far)
        {
            var longest = new int[graph.Nodes.Count];
            for (var changed = true; changed;)
            {
                changed = false;
                foreach (var edge in graph.Edges)
                {
                    var length = longest[far(edge)] + 1;
                    changed |= length > longest[near(edge)];
                    longest[near(edge)] = Math.Max(longest[near(edge)], length);
                }
            }

            return longest[at];
        }
    }

    private static string Text(ArchitectureGraph graph) => $"{string.Join(',', graph.Nodes)} {string.Join(',', graph.Edges.Order(
        Comparer<GraphEdge>.Create((a, b) => (a.From, a.To).CompareTo((b.From, b.To)))))}";
}
