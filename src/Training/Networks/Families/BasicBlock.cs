using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Families;

/// <summary>
/// A residual block of TransNAS-Bench-101: twice rectification, convolution and batch normalization, beside the input, which passes a
/// pointwise convolution with batch normalization where the shape changes.
/// </summary>
internal sealed class BasicBlock : nn.Module<Tensor, Tensor>
{
    private readonly Rectification _rectification;
    private readonly ConvolutionUnit _first;
    private readonly ConvolutionUnit _second;
    private readonly ConvolutionUnit? _projection;

    public BasicBlock(LayerFactory layers, OperationShape shape)
        : base(nameof(BasicBlock))
    {
        _rectification = layers.Rectification();
        _first = new ConvolutionUnit(layers, shape, kernel: 3);
        _second = new ConvolutionUnit(layers, new OperationShape(shape.OutputChannels, shape.OutputChannels, Stride: 1), kernel: 3);
        register_module("rectification", _rectification);
        register_module("first", _first);
        register_module("second", _second);
        if (!shape.IsPreserving)
        {
            _projection = new ConvolutionUnit(layers, shape, kernel: 1);
            register_module("projection", _projection);
        }
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = _first.call(_rectification.call(input));
        var residual = _projection is { } projection ? projection.call(input) : input;
        return _second.call(_rectification.call(inner)).Plus(residual).MoveToOuterDisposeScope();
    }
}
