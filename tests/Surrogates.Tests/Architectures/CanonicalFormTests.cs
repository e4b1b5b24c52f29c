using CsCheck;
using Surrogates.Architectures;
using Surrogates.Architectures.Cells;

namespace Surrogates.Tests.Architectures;

public class CanonicalFormTests
{
    [Theory]
    [InlineData("micro", 1_948)]
    [InlineData("nasbench201", 5_958)]
    [InlineData("cell with none", null)]
    [InlineData("cell with identity", null)]
    [InlineData("cell without either", 8)]
    public void Canonical_texts_are_equal_exactly_where_the_networks_are(string name, int? networks)
    {
        var space = (CellSearchSpace)SpaceUnderTest.Named(name).Space;
        var normalForms = new Dictionary<string, string>();
        foreach (var architecture in space.Enumerate())
        {
            var normalForm = NetworkNormalForm.Of(space, architecture.Choices);
            Assert.Equal(normalForm, NetworkNormalForm.Of(space, architecture.Canonical.Choices));
            normalForms.TryAdd(normalForm, architecture.Canonical.Text);
            Assert.Equal(normalForms[normalForm], architecture.Canonical.Text);
        }

        Assert.Equal(normalForms.Count, normalForms.Values.Distinct().Count());
        Assert.Equal(networks ?? normalForms.Count, normalForms.Count);
    }

    [Fact]
    public void Canonical_texts_agree_with_brute_force_on_random_larger_cells()
    {
        var space = (CellSearchSpace)SearchSpaces.FromJson(
            """{"name":"n","cell":{"nodes":6,"operations":["none","skip","conv"],"none":"none","identity":"skip"}}""");
        var random = new Random(1);
        var byNormalForm = new Dictionary<string, string>();
        var byCanonical = new Dictionary<string, string>();
        for (var i = 0; i < 3_000; i++)
        {
            // Mostly "none", so that many of them are the same network.
            var choices = new byte[space.Edges.Count];
            for (var e = 0; e < choices.Length; e++)
            {
                choices[e] = (byte)Math.Max(0, random.Next(-2, 3));
            }

            var normalForm = NetworkNormalForm.Of(space, choices);
            var canonical = space.Create(choices).Canonical.Text;
            byNormalForm.TryAdd(normalForm, canonical);
            byCanonical.TryAdd(canonical, normalForm);
            Assert.Equal(byNormalForm[normalForm], canonical);
            Assert.Equal(byCanonical[canonical], normalForm);
        }
    }

    [Theory]
    [InlineData("""{"name":"n","cell":{"nodes":7,"operations":["a","skip","b","zero"],"none":"zero","identity":"skip"}}""")]
    [InlineData("""{"name":"n","cell":{"nodes":12,"operations":["zero","a","skip"],"none":"zero","identity":"skip"}}""")]
    [InlineData("""{"name":"n","cell":{"nodes":8,"operations":["zero","a","b"],"none":"zero"}}""")]
    public void Canonical_text_survives_edits_that_keep_the_network(string json)
    {
        var space = (CellSearchSpace)SearchSpaces.FromJson(json);
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                var edits = new NetworkPreservingEdits(space, random);
                var choices = edits.RandomSparseCell();
                var expected = space.Create(choices).Canonical;
                for (var repeat = 0; repeat < 4; repeat++)
                {
                    choices = edits.RelabelNodes(choices);
                    choices = edits.FillDeadEdges(choices);
                    choices = space.IdentityOperation >= 0 ? edits.InsertIdentity(choices) : choices;
                    Assert.Equal(expected.Text, space.Create(choices).Canonical.Text);
                }
            },
            iter: 1_000);
    }

    [Theory]
    [InlineData("|nor_conv_3x3~0|+|none~0|none~1|+|none~0|none~1|avg_pool_3x3~2|", "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|")]
    [InlineData(
        "|skip_connect~0|+|none~0|none~1|+|none~0|nor_conv_3x3~1|none~2|", "|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|")]
    [InlineData(
        "|none~0|+|skip_connect~0|none~1|+|nor_conv_3x3~0|none~1|nor_conv_1x1~2|",
        "|skip_connect~0|+|none~0|none~1|+|nor_conv_1x1~0|nor_conv_3x3~1|none~2|")]
    public void Dead_edges_go_and_copies_of_the_input_are_merged_with_it(string text, string canonical) =>
        Assert.Equal(canonical, SearchSpaces.NasBench201.Parse(text).Canonical.Text);

    [Theory]
    [InlineData("|nor_conv_3x3~0|+|none~0|none~1|+|none~0|skip_connect~1|none~2|", "|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|")]
    [InlineData(
        "|nor_conv_3x3~0|+|none~0|none~1|+|nor_conv_1x1~0|skip_connect~1|none~2|",
        "|skip_connect~0|+|none~0|none~1|+|nor_conv_1x1~0|nor_conv_3x3~1|none~2|")]
    public void An_operation_whose_result_an_identity_carries_onward_is_moved_to_where_it_leads(string text, string canonical) =>
        Assert.Equal(canonical, SearchSpaces.NasBench201.Parse(text).Canonical.Text);

    [Fact]
    public void A_cell_of_many_alike_parts_is_ordered_in_reasonable_time()
    {
        var space = (CellSearchSpace)SearchSpaces.FromJson("""{"name":"n","cell":{"nodes":12,"operations":["zero","a"],"none":"zero"}}""");
        var choices = new byte[space.Edges.Count];
        for (var i = 0; i < choices.Length; i++)
        {
            // Two layers of five nodes; each node of the first feeds two of the second, in a ring.
            var (from, to) = space.Edges[i];
            var isRing = from is >= 1 and <= 5 && to is >= 6 and <= 10 && (to - 6 - (from - 1) + 5) % 5 <= 1;
            choices[i] = (byte)(isRing || (from == 0 && to <= 5) || (to == 11 && from >= 6) ? 1 : 0);
        }

        var expected = space.Create(choices).Canonical;
        Assert.Equal(expected, space.Create(new NetworkPreservingEdits(space, new Random(1)).RelabelNodes(choices)).Canonical);
    }
}
