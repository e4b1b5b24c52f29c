using Surrogates.Architectures;

namespace Surrogates.Tests.Architectures;

public class ArchitectureGraphTests
{
    [Theory]
    [MemberData(nameof(SpaceUnderTest.All), MemberType = typeof(SpaceUnderTest))]
    public void Graph_is_acyclic_in_topological_order_and_every_node_lies_on_a_path(string name)
    {
        foreach (var architecture in SpaceUnderTest.Named(name).Some())
        {
            var (nodes, edges) = (architecture.ToGraph().Nodes, architecture.ToGraph().Edges);
            Assert.Equal("input", nodes[0].Operation);
            Assert.Equal("output", nodes[^1].Operation);
            Assert.All(edges, edge => Assert.InRange(edge.From, 0, edge.To - 1));
            Assert.All(edges, edge => Assert.InRange(edge.To, 1, nodes.Count - 1));
            Assert.Equal(edges.Count, edges.Distinct().Count());
            for (var node = 1; node < nodes.Count - 1; node++)
            {
                Assert.Contains(edges, edge => edge.To == node);
                Assert.Contains(edges, edge => edge.From == node);
            }
        }
    }

    [Theory]
    [InlineData("micro")]
    [InlineData("nasbench201")]
    [InlineData("cell with none")]
    [InlineData("cell with identity")]
    public void Graphs_are_equal_exactly_where_the_networks_are(string name)
    {
        var graphs = new Dictionary<Architecture, string>();
        foreach (var architecture in SpaceUnderTest.Named(name).Space.Enumerate())
        {
            var graph = Describe(architecture.ToGraph());
            graphs.TryAdd(architecture.Canonical, graph);
            Assert.Equal(graphs[architecture.Canonical], graph);
        }

        // Refined colours that differ prove that graphs are not isomorphic.
        var refined = graphs.Keys.Select(canonical => RefinedColors(canonical.ToGraph())).Distinct().Count();
        Assert.Equal(graphs.Count, refined);
    }

    [Fact]
    public void A_cell_without_a_path_is_an_input_and_an_output_apart()
    {
        var graph = SearchSpaces.Micro.Parse("64-41414-1_00_000").ToGraph();
        Assert.Equal(["input", "output"], graph.Nodes.Select(node => node.Operation));
        Assert.Empty(graph.Edges);
    }

    [Fact]
    public void A_cell_is_its_operations_in_the_order_in_which_data_flows()
    {
        var graph = SearchSpaces.Micro.Parse("64-41414-3_00_120").ToGraph();
        Assert.Equal(["input", "3", "1", "2", "output"], graph.Nodes.Select(node => node.Operation));
        Assert.Equal([new(0, 1), new(0, 2), new(2, 4), new(1, 3), new(3, 4)], graph.Edges);
    }

    [Fact]
    public void A_macro_network_is_a_chain_that_knows_its_shapes()
    {
        var graph = SearchSpaces.Macro.Parse("64-12341-basic").ToGraph();
        Assert.Equal(
            [
                new GraphNode("input"), new("1"), new("2", 2), new("3", 2, 0.5),
                new("4", 4, 0.25), new("1", 4, 0.25), new("output", 4, 0.25),
            ],
            graph.Nodes);
        Assert.Equal([new(0, 1), new(1, 2), new(2, 3), new(3, 4), new(4, 5), new(5, 6)], graph.Edges);
    }

    private static string Describe(ArchitectureGraph graph) =>
        string.Join(' ', graph.Nodes.Select(node => node.Operation))
        + " / "
        + string.Join(' ', graph.Edges.Select(edge => $"{edge.From}>{edge.To}"));

    // Weisfeiler-Lehman refinement with whole texts as colours, so that nothing collides.
    private static string RefinedColors(ArchitectureGraph graph)
    {
        var colors = graph.Nodes.Select(node => node.Operation).ToArray();
        for (var round = 0; round < 3; round++)
        {
            colors =
            [
                .. colors.Select((color, node) =>
                    $"({color} from {Sorted(graph.Edges.Where(edge => edge.To == node).Select(edge => colors[edge.From]))}"
                    + $" to {Sorted(graph.Edges.Where(edge => edge.From == node).Select(edge => colors[edge.To]))})"),
            ];
        }

        return Sorted(colors);

        static string Sorted(IEnumerable<string> texts) => string.Join(',', texts.Order(StringComparer.Ordinal));
    }
}
