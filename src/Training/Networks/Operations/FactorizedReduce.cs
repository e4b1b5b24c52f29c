using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Operations;

/// <summary>
/// A skip that changes the shape: two pointwise convolutions of half the output channels, one on the input and one on the input
/// shifted by a pixel, so that a stride of 2 loses no pixel; concatenated and normalized.
/// </summary>
internal sealed class FactorizedReduce : nn.Module<Tensor, Tensor>
{
    private readonly Convolution _first;
    private readonly Convolution _second;
    private readonly BatchNormalization _normalization;

    public FactorizedReduce(LayerFactory layers, OperationShape shape)
        : base(nameof(FactorizedReduce))
    {
        _first = layers.Convolution(shape.InputChannels, shape.OutputChannels / 2, kernel: 1, shape.Stride);
        _second = layers.Convolution(shape.InputChannels, shape.OutputChannels - (shape.OutputChannels / 2), kernel: 1, shape.Stride);
        _normalization = layers.BatchNormalization(shape.OutputChannels);
        register_module("first", _first);
        register_module("second", _second);
        register_module("normalization", _normalization);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var shifted = nn.functional.pad(input, [0, 1, 0, 1]).narrow(2, 1, input.size(2)).narrow(3, 1, input.size(3));
        return _normalization.call(cat([_first.call(input), _second.call(shifted)], 1)).MoveToOuterDisposeScope();
    }
}
