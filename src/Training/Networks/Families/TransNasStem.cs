using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;
using static TorchSharp.torch.nn;
using Tensor = TorchSharp.torch.Tensor;

namespace Surrogates.Training.Networks.Families;

/// <summary>The stem of TransNAS-Bench-101: two convolutions of stride 2, from the picture to the base channels.</summary>
internal static class TransNasStem
{
    /// <summary>The factor by which the stem reduces height and width.</summary>
    public const int Reduction = 4;

    public static Module<Tensor, Tensor> Create(NetworkOptions options, LayerFactory layers) => Sequential(
        ("first", new ConvolutionUnit(layers, new OperationShape(options.InputChannels, options.BaseChannels / 2, Stride: 2), kernel: 3)),
        ("rectification", layers.Rectification()),
        ("second", new ConvolutionUnit(layers, new OperationShape(options.BaseChannels / 2, options.BaseChannels, Stride: 2), kernel: 3)));

    /// <summary>What a module does to the shape: 2 doubles the channels, 3 halves the resolution, 4 does both.</summary>
    public static OperationShape ShapeOf(char module, int channels) =>
        new(channels, module is '2' or '4' ? 2 * channels : channels, module is '3' or '4' ? 2 : 1);
}
