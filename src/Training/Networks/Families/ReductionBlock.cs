using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Families;

/// <summary>
/// NAS-Bench-201's residual block between stages: twice the channels at half the resolution, beside the input, averaged over 2×2 pixels
/// and mapped by a pointwise convolution.
/// </summary>
internal sealed class ReductionBlock : nn.Module<Tensor, Tensor>
{
    private readonly Rectification _rectification;
    private readonly ConvolutionUnit _first;
    private readonly ConvolutionUnit _second;
    private readonly Convolution _projection;

    public ReductionBlock(LayerFactory layers, int channels)
        : base(nameof(ReductionBlock))
    {
        _rectification = layers.Rectification();
        _first = new ConvolutionUnit(layers, new OperationShape(channels, 2 * channels, Stride: 2), kernel: 3);
        _second = new ConvolutionUnit(layers, new OperationShape(2 * channels, 2 * channels, Stride: 1), kernel: 3);
        _projection = layers.Convolution(channels, 2 * channels, kernel: 1);
        register_module("rectification", _rectification);
        register_module("first", _first);
        register_module("second", _second);
        register_module("projection", _projection);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = _first.call(_rectification.call(input));
        var pooled = nn.functional.avg_pool2d(input, [2, 2], [2, 2], [0, 0], ceil_mode: true, count_include_pad: false);
        return _second.call(_rectification.call(inner)).Plus(_projection.call(pooled)).MoveToOuterDisposeScope();
    }
}
