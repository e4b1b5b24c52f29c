using Surrogates.Architectures;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using TorchSharp;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Networks;

public sealed class BackboneTests
{
    // TransNAS-Bench-101 tabulates its networks with a linear head of 63 outputs, NAS-Bench-201 with 10.
    [Fact]
    public void MicroNetworksHaveTheWeightsOfTheFormula() => Compare(SearchSpaces.Micro, every: 97, NetworkOptions.TransNas, outputs: 63);

    [Fact]
    public void MacroNetworksHaveTheWeightsOfTheFormula() => Compare(SearchSpaces.Macro, every: 155, NetworkOptions.TransNas, outputs: 63);

    [Fact]
    public void NasBench201NetworksHaveTheWeightsOfTheFormula() =>
        Compare(SearchSpaces.NasBench201, every: 521, NetworkOptions.NasBench201, outputs: 10);

    [Theory]
    [InlineData("64-41414-0_00_000", 51_807)]
    [InlineData("64-41414-1_00_210", 910_687)]
    public void MicroNetworksHaveTheWeightsOfTheBenchmark(string text, long weights) =>
        Assert.Equal(weights, CountWeights(SearchSpaces.Micro.Parse(text), NetworkOptions.TransNas, 63));

    [Theory]
    [InlineData("3_12_231")]
    [InlineData("2_31_113")] // Skips with stride.
    [InlineData("1_00_100")] // Skips alone.
    [InlineData("3_02_200")] // Edges that lead nowhere, and from nowhere.
    [InlineData("0_03_011")] // Not connected: the only ways begin at a node without input.
    [InlineData("0_00_000")]
    public void OutputEqualsANaiveForwardPass(string cell)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        using var layers = new LayerFactory(CPU, seed: 3);
        using var backbone = Backbones.Build(
            SearchSpaces.Micro.Parse($"64-41414-{cell}"), new NetworkOptions { BaseChannels = 4, Modules = 3 }, layers);
        var generator = new Generator(4);
        foreach (var (_, buffer) in backbone.named_buffers())
        {
            buffer.copy_(rand(buffer.shape, generator: generator) + .5);
        }

        foreach (var parameter in backbone.parameters().Where(parameter => parameter.dim() == 1))
        {
            parameter.copy_(rand(parameter.shape, generator: generator) + .5);
        }

        backbone.eval();
        var picture = rand([1, 3, 37, 28], generator: generator);
        var output = backbone.call(picture);
        var expected = new NaiveMicroNetwork(backbone).Compute(
            NaiveLayers.ToArray(picture[0]), cell.Replace("_", "", StringComparison.Ordinal), 2, 1, 1, 1, 2, 1);
        Assert.Equal([1, backbone.OutputChannels, 3, 2], output.shape);
        Assert.Equal(16, backbone.Reduction);
        var actual = NaiveLayers.ToArray(output[0]).Cast<double>().ToArray();
        var largest = Math.Max(1, expected.Cast<double>().Max(Math.Abs));
        Assert.All(actual.Zip(expected.Cast<double>()), pair => Assert.Equal(pair.Second, pair.First, 1e-4 * largest));
    }

    [Fact]
    public void ADisconnectedCellPredictsAConstantThatLearns()
    {
        using var scope = NewDisposeScope();
        var (task, _) = TaskCases.Create("classification");
        using var layers = new LayerFactory(CPU, seed: 3);
        var backbone = Backbones.Build(SearchSpaces.Micro.Parse("64-41414-0_00_000"), new NetworkOptions { BaseChannels = 4 }, layers);
        using var network = task.CreateNetwork(backbone, layers);
        var output = network.call(rand([5, 3, 32, 32], generator: new Generator(1)));
        Assert.True(output.eq(output[0].unsqueeze(0)).all().item<bool>());
        task.GetLoss(output, tensor(new long[] { 0, 0, 0, 0, 1 }), task.GetProtocol(TrainingPreset.TransNas)).backward();
        Assert.True(network.named_parameters().First(item => item.name == "linear.bias").parameter.grad!.abs().sum().item<float>() > 0);
    }

    [Fact]
    public void TheSameSeedGivesTheSameWeights()
    {
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));

        static float[] Draw(int seed)
        {
            using var layers = new LayerFactory(CPU, seed);
            using var backbone = Backbones.Build(
                SearchSpaces.Micro.Parse("64-41414-3_12_231"), new NetworkOptions { BaseChannels = 4 }, layers);
            return [.. backbone.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
        }
    }

    [Fact]
    public void SizesOutOfRangeAndSpacesWithoutNetworksAreRefused()
    {
        using var layers = new LayerFactory(CPU, seed: 1);
        var architecture = SearchSpaces.Micro.Parse("64-41414-3_12_231");
        foreach (var options in new[]
        {
            new NetworkOptions { BaseChannels = 5 }, new NetworkOptions { Modules = 6 }, new NetworkOptions { CellsPerStage = 0 },
        })
        {
            Assert.DoesNotContain('\n', Assert.Throws<InputException>(() => Backbones.Build(architecture, options, layers)).Message);
        }

        var sequence = SearchSpaces.FromJson("""{ "name": "stack", "sequence": [ { "name": "a", "options": ["x", "y"] } ] }""");
        Assert.False(Backbones.CanBuild(sequence));
        var message = Assert.Throws<InputException>(() => Backbones.Build(sequence.Create([0]), new NetworkOptions(), layers)).Message;
        Assert.StartsWith("'stack':", message, StringComparison.Ordinal);
    }

    private static void Compare(ISearchSpace space, int every, NetworkOptions options, int outputs)
    {
        var index = 0;
        foreach (var architecture in space.Enumerate())
        {
            if (index++ % every == 0)
            {
                Assert.Equal(architecture.Cost!.Value.Parameters, CountWeights(architecture, options, outputs));
            }
        }

        Assert.True(index > every);
    }

    private static long CountWeights(Architecture architecture, NetworkOptions options, int outputs)
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(new Device(DeviceType.META), seed: 1);
        using var network = new PooledHead(Backbones.Build(architecture, options, layers), layers, outputs);
        return network.parameters().Sum(parameter => parameter.numel());
    }
}
