using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Operations;

/// <summary>A convolution and its batch normalization.</summary>
internal sealed class ConvolutionUnit : nn.Module<Tensor, Tensor>
{
    private readonly Convolution _convolution;
    private readonly BatchNormalization _normalization;

    public ConvolutionUnit(LayerFactory layers, OperationShape shape, int kernel)
        : base(nameof(ConvolutionUnit))
    {
        _convolution = layers.Convolution(shape.InputChannels, shape.OutputChannels, kernel, shape.Stride);
        _normalization = layers.BatchNormalization(shape.OutputChannels);
        register_module("convolution", _convolution);
        register_module("normalization", _normalization);
    }

    public override Tensor forward(Tensor input)
    {
        using var convolved = _convolution.call(input);
        return _normalization.call(convolved);
    }
}
