using Surrogates.Architectures;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Networks;

public sealed class CellOperationsTests
{
    private static readonly OperationShape Changing = new(InputChannels: 4, OutputChannels: 6, Stride: 2);

    [Theory]
    [InlineData("conv_1x1", (4 * 6) + 12)]
    [InlineData("conv3x3", (9 * 4 * 6) + 12)]
    [InlineData("NOR_CONV_5x5", (25 * 4 * 6) + 12)]
    [InlineData("sep_conv_3x3", (9 * 4) + (4 * 6) + 12)]
    [InlineData("dil_conv_5x5", (25 * 4) + (4 * 6) + 12)]
    [InlineData("avg_pool_3x3", (4 * 6) + 12)]
    [InlineData("MaxPool3x3", (4 * 6) + 12)]
    [InlineData("skip_connect", (4 * 6) + 12)]
    public void OperationsAreKnownByName(string name, int weights)
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(CPU, seed: 1);
        var operation = CellOperations.Create(name, layers, Changing)!;
        Assert.Equal([2, 6, 4, 3], operation.Layers!.call(ones(2, 4, 7, 6)).shape);
        Assert.Equal(weights, operation.Layers.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void NothingAndIdentityHaveNoLayers()
    {
        using var layers = new LayerFactory(CPU, seed: 1);
        Assert.Null(CellOperations.Create("None", layers, Changing));
        Assert.Null(CellOperations.Create("zero", layers, Changing));
        Assert.Same(CellOperation.Identity, CellOperations.Create("identity", layers, new OperationShape(4, 4, 1)));
    }

    [Theory]
    [InlineData("conv_2x2")]
    [InlineData("conv_3x5")]
    [InlineData("conv_3")]
    [InlineData("attention")]
    public void UnknownOperationsAreNamed(string name)
    {
        using var layers = new LayerFactory(CPU, seed: 1);
        var message = Assert.Throws<InputException>(() => CellOperations.Create(name, layers, Changing)).Message;
        Assert.StartsWith($"operation '{name}': ", message, StringComparison.Ordinal);
        Assert.Contains("CellOperations.Register", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void PoolsDoNotCountWhatLiesOutside()
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(CPU, seed: 1);
        var shape = new OperationShape(1, 1, 1);
        var picture = arange(1, 5, ScalarType.Float32).view(1, 1, 2, 2);
        Assert.Equal([2.5f, 2.5f, 2.5f, 2.5f], CellOperations.Create("avg_pool_3x3", layers, shape)!.Layers!.call(picture).data<float>());
        Assert.Equal([-1f, -1f, -1f, -1f], CellOperations.Create("max_pool_3x3", layers, shape)!.Layers!.call(-picture).data<float>());
    }

    [Fact]
    public void OperationsOfTheUsersOwnAreBuilt()
    {
        CellOperations.Register("Test_Wide", (layers, shape) =>
            new CellOperation(layers.Convolution(shape.InputChannels, shape.OutputChannels, kernel: 7, shape.Stride)));
        var space = SearchSpaces.FromJson("""{ "name": "own", "cell": { "nodes": 3, "operations": ["testwide", "conv_1x1"] } }""");
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(CPU, seed: 1);
        using var backbone = Backbones.Build(space.Create([0, 1, 0]), new NetworkOptions { BaseChannels = 2 }, layers);
        Assert.Contains(backbone.parameters(), parameter => parameter.shape is [2, 2, 7, 7]);
        Assert.Equal([2, 8, 4, 4], backbone.call(zeros(2, 3, 16, 16)).shape);
    }
}
