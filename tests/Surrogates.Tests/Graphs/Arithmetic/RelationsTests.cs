using CsCheck;
using Surrogates.Graphs;
using Surrogates.Graphs.Arithmetic;

namespace Surrogates.Tests.Graphs.Arithmetic;

public class RelationsTests
{
    [Fact]
    public void They_are_what_walking_every_path_finds() =>
        Gen.Int[1, 12].SelectMany(nodes => Gen.Double[0, 1].SelectMany(density =>
            Gen.Double[0, 1].Array[nodes * nodes].Select(numbers => (nodes, adjacent: numbers.Select((number, i) =>
                i / nodes < i % nodes && number < density).ToArray())))).Sample(graph =>
        {
            var (nodes, adjacent) = graph;
            var relations = Relations.Of(adjacent, nodes);
            for (var receiver = 0; receiver < nodes; receiver++)
            {
                for (var other = 0; other < nodes; other++)
                {
                    var expected = receiver == other ? Relation.Same
                        : Adjacent(other, receiver) ? Relation.Receives
                        : Adjacent(receiver, other) ? Relation.Sends
                        : Reaches(other, receiver) ? Relation.Follows
                        : Reaches(receiver, other) ? Relation.Precedes
                        : Relation.Unrelated;
                    Assert.Equal(expected, relations[(receiver * nodes) + other]);
                }
            }

            bool Adjacent(int from, int to) => adjacent[(from * nodes) + to];

            bool Reaches(int from, int to) => Enumerable.Range(0, nodes).Any(next => Adjacent(from, next) && (next == to || Reaches(next, to)));
        });

    [Fact]
    public void Each_graph_of_a_block_has_its_own()
    {
        var sample = SampleGraphs.Of("cell with none and identity", 30);
        var graphs = new GraphRows(sample.Unscaled());
        graphs.Read(sample.Rows, sample.Width);
        Relation[][] together = graphs.FindRelations();
        for (var i = 0; i < sample.Architectures.Count; i++)
        {
            graphs.Read(sample.Row(i), sample.Width);
            Assert.Equal(graphs.FindRelations()[0], together[i]);
        }
    }
}
