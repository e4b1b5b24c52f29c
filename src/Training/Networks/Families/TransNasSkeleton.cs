using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;
using static TorchSharp.torch.nn;
using Tensor = TorchSharp.torch.Tensor;

namespace Surrogates.Training.Networks.Families;

/// <summary>
/// What all networks of TransNAS-Bench-101 share: a stem of two convolutions of stride 2, from the picture to the base channels, then modules of
/// two blocks, the first of which changes the shape.
/// </summary>
internal static class TransNasSkeleton
{
    private const int StemReduction = 4;

    /// <summary>Builds a network.</summary>
    /// <param name="modules">A digit a module: 2 doubles the channels, 3 halves the resolution, 4 does both.</param>
    /// <param name="options">The network's size.</param>
    /// <param name="layers">Makes the layers.</param>
    /// <param name="createBlock">Makes a block of a shape.</param>
    public static Backbone Build(
        string modules, NetworkOptions options, LayerFactory layers, Func<OperationShape, Module<Tensor, Tensor>> createBlock)
    {
        var parts = new List<Module<Tensor, Tensor>> { CreateStem(options, layers) };
        var (channels, reduction) = (options.BaseChannels, StemReduction);
        foreach (var module in modules)
        {
            var shape = ShapeOf(module, channels);
            (channels, reduction) = (shape.OutputChannels, reduction * shape.Stride);
            parts.Add(createBlock(shape));
            parts.Add(createBlock(new OperationShape(channels, channels, Stride: 1)));
        }

        return new Backbone(parts, channels, reduction);
    }

    private static Module<Tensor, Tensor> CreateStem(NetworkOptions options, LayerFactory layers) => Sequential(
        ("first", new ConvolutionUnit(layers, new OperationShape(options.InputChannels, options.BaseChannels / 2, Stride: 2), kernel: 3)),
        ("rectification", layers.Rectification()),
        ("second", new ConvolutionUnit(layers, new OperationShape(options.BaseChannels / 2, options.BaseChannels, Stride: 2), kernel: 3)));

    private static OperationShape ShapeOf(char module, int channels) =>
        new(channels, module is '2' or '4' ? 2 * channels : channels, module is '3' or '4' ? 2 : 1);
}
