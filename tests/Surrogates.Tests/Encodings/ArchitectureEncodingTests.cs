using CsCheck;
using Surrogates.Architectures;
using Surrogates.Encodings;

namespace Surrogates.Tests.Encodings;

public class ArchitectureEncodingTests
{
    [Fact]
    public void An_encoding_is_read_as_it_is_written() =>
        Gen.Shuffle(ArchitectureEncoding.PartNames.ToArray()).Select(Gen.Int[1, ArchitectureEncoding.PartNames.Count]).Sample(pair =>
        {
            var text = string.Join('+', pair.Item1.Take(pair.Item2));
            var encoding = ArchitectureEncoding.Parse(text);
            Assert.Equal(text, encoding.ToString());
            Assert.Equal(encoding, ArchitectureEncoding.Parse(text));
            Assert.Equal(encoding.GetHashCode(), ArchitectureEncoding.Parse(text).GetHashCode());
        });

    [Fact]
    public void Each_method_adds_the_part_of_its_name()
    {
        var encoding = new ArchitectureEncoding()
            .OneHot().Paths().OperationCounts().Adjacency().Stages().Topology().Signal().Cost().Graph();
        Assert.Equal(string.Join('+', ArchitectureEncoding.PartNames), encoding.ToString());
    }

    [Fact]
    public void A_part_is_added_once_and_the_order_matters()
    {
        Assert.Equal("onehot+cost", new ArchitectureEncoding().OneHot().Cost().OneHot().ToString());
        Assert.NotEqual(new ArchitectureEncoding().OneHot().Cost(), new ArchitectureEncoding().Cost().OneHot());
    }

    [Fact]
    public void Adding_a_part_leaves_the_original_as_it_was()
    {
        var original = new ArchitectureEncoding().OneHot();
        original.Cost();
        Assert.Equal("onehot", original.ToString());
    }

    [Fact]
    public void An_unknown_part_is_named_with_those_there_are()
    {
        var exception = Assert.Throws<InputException>(() => ArchitectureEncoding.Parse("onehot+path"));
        Assert.Equal(
            "encoding 'path': there is no such part; expected onehot, paths, operations, adjacency, stages, topology, signal, cost, graph",
            exception.Message);
    }

    [Fact]
    public void Parts_that_say_nothing_of_a_space_are_left_out_unless_none_is_left()
    {
        Assert.Equal(24, ArchitectureEncoding.Parse("onehot+stages").For(SearchSpaces.Micro).FeatureNames.Count);
        var exception = Assert.Throws<InputException>(() => ArchitectureEncoding.Parse("paths+topology").For(SearchSpaces.Macro));
        Assert.Equal("encoding 'paths+topology': has no features for the search space 'macro'; add onehot, which every space has", exception.Message);
        Assert.Throws<InputException>(() => ArchitectureEncoding.Parse("").For(SearchSpaces.Micro));
    }
}
