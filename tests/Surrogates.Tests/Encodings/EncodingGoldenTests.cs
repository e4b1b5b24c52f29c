using Surrogates.Architectures;
using Surrogates.Encodings;

namespace Surrogates.Tests.Encodings;

/// <summary>Features worked out by hand. What is not listed is zero.</summary>
public class EncodingGoldenTests
{
    private static readonly double Ln2 = Math.Log(2);

    // Two paths: conv 3×3 from input to output, and skip, skip, conv 1×1 over both nodes.
    private const string TwoPaths = "64-41414-1_01_302";

    [Fact]
    public void Paths() => Expect(
        "paths",
        SearchSpaces.Micro,
        TwoPaths,
        ("paths: 3", 1),
        ("paths: 1 1 2", 1));

    [Fact]
    public void Paths_are_counted_and_identities_left_out() => Expect(
        "paths",
        SearchSpaces.NasBench201,
        "|nor_conv_3x3~0|+|nor_conv_3x3~0|none~1|+|skip_connect~0|skip_connect~1|skip_connect~2|",
        ("paths: identity", 1),
        ("paths: nor_conv_3x3", 2));

    [Fact]
    public void Topology() => Expect(
        "topology",
        SearchSpaces.Micro,
        TwoPaths,
        ("paths", 2),
        ("nodes used", 3),
        ("edges into the output", 2),
        ("edges out of the input", 2),
        ("most edges into a node", 2),
        ("fewest edges on a path", 1),
        ("most edges on a path", 3),
        ("mean edges on a path", 2),
        ("fewest operations on a path", 1),
        ("most operations on a path", 1),
        ("mean operations on a path", 1),
        ("most 2 on a path", 1),
        ("mean 2 on a path", 0.5),
        ("most 3 on a path", 1),
        ("mean 3 on a path", 0.5));

    [Fact]
    public void Operations() => Expect(
        "operations",
        SearchSpaces.Micro,
        TwoPaths,
        ("count of 1", 2),
        ("count of 1 from the input", 1),
        ("count of 1 inside", 1),
        ("count of 2", 1),
        ("count of 2 into the output", 1),
        ("count of 3", 1),
        ("count of 3 from the input", 1),
        ("count of 3 into the output", 1));

    // Every cell adds two paths of variance 1. Where the shape changes (cells 1, 5 and 9), the first skip is an operation.
    [Fact]
    public void Signal() => Expect(
        "signal",
        SearchSpaces.Micro,
        TwoPaths,
        ("log variance at the end", Ln2),
        ("mean log variance", Ln2),
        ("log variance before operations", 9 * Ln2),
        ("effective depth", 11.5),
        ("effective depth in 1", 1.5),
        ("effective depth in 2", 5),
        ("effective depth in 3", 5));

    // A residual branch of two convolutions: cell k brings the variance from k to k + 1, as in De and Smith's paper.
    [Fact]
    public void Signal_of_a_residual_stack() => Expect(
        "signal",
        SearchSpaces.NasBench201,
        "|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|nor_conv_3x3~1|none~2|",
        ("log variance at the end", Math.Log(16)),
        ("mean log variance", Enumerable.Range(2, 15).Sum(v => Math.Log(v)) / 15),
        ("log variance before operations", Enumerable.Range(1, 15).Sum(v => Math.Log(v)) / 2),
        ("untouched share", 15 / 16.0),
        ("effective depth", Enumerable.Range(1, 15).Sum(v => 2.0 / (v + 1))),
        ("effective depth in nor_conv_3x3", Enumerable.Range(1, 15).Sum(v => 2.0 / (v + 1))));

    [Fact]
    public void Cost()
    {
        var cost = SearchSpaces.Micro.Parse("64-41414-0_00_300").Cost!.Value;
        Expect(
            "cost",
            SearchSpaces.Micro,
            "64-41414-3_00_300",
            ("log parameters", Math.Log(1.0 + cost.Parameters)),
            ("log flops", Math.Log(1.0 + cost.Flops)));
    }

    [Fact]
    public void Stages()
    {
        // Channels 2, 2, 4, 4 times those of the input, resolution 1/2 all along.
        (string, double)[] atModules =
        [
            .. Enumerable.Range(1, 6).SelectMany(i => new (string, double)[]
            {
                ($"log channels at {i}", i < 3 ? 1 : 2),
                ($"log resolution at {i}", -1),
                ($"log convolution cost at {i}", i < 3 ? 0 : 2),
            }),
        ];
        Expect(
            "stages",
            SearchSpaces.Macro,
            "64-4121-basic",
            [
                .. atModules,
                ("nodes at 1/2 resolution", 4),
                ("nodes at 2 times the channels", 2),
                ("nodes at 4 times the channels", 2),
                ("nodes before halving 2", 4),
                ("nodes before halving 3", 4),
                ("nodes before halving 4", 4),
                ("nodes before doubling 2", 2),
                ("nodes before doubling 3", 4),
                ("nodes before doubling 4", 4),
                ("nodes after halving 1", 4),
                ("nodes after doubling 1", 4),
                ("nodes after doubling 2", 2),
                ("sum of log channels", 6),
                ("sum of log resolution", -4),
                ("sum of convolution cost", 10),
                ("sum of activations", 3),
                ("sum of weights", 40),
                ("depth", 4),
            ]);
    }

    [Fact]
    public void Adjacency() => Expect(
        "adjacency",
        SearchSpaces.Macro,
        "64-4121-basic",
        ("adjacent: 0→1", 1),
        ("adjacent: 1→2", 1),
        ("adjacent: 2→3", 1),
        ("adjacent: 3→4", 1),
        ("adjacent: 4→7", 1),
        ("node 1: 4", 1),
        ("node 2: 1", 1),
        ("node 3: 2", 1),
        ("node 4: 1", 1));

    [Fact]
    public void A_cell_without_a_path_has_no_features() => Expect("paths+topology+signal+operations", SearchSpaces.Micro, "64-41414-3_33_000");

    private static void Expect(string encoding, ISearchSpace space, string text, params (string Name, double Value)[] expected)
    {
        var encoder = ArchitectureEncoding.Parse(encoding).For(space);
        var values = expected.ToDictionary(pair => pair.Name, pair => pair.Value);
        Assert.Empty(values.Keys.Except(encoder.FeatureNames));
        var features = encoder.Encode(space.Parse(text));
        foreach (var (name, feature) in encoder.FeatureNames.Zip(features))
        {
            Assert.True(Math.Abs(values.GetValueOrDefault(name) - feature) < 1e-5, $"{name}: {feature}, expected {values.GetValueOrDefault(name)}");
        }
    }
}
