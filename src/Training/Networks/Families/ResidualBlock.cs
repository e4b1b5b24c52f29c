using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Networks.Operations;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Families;

/// <summary>Twice rectification, convolution and batch normalization, beside a shortcut.</summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    private readonly Rectification _rectification;
    private readonly ConvolutionUnit _first;
    private readonly ConvolutionUnit _second;
    private readonly nn.Module<Tensor, Tensor>? _shortcut;

    /// <summary>Creates a block.</summary>
    /// <param name="layers">Makes the layers.</param>
    /// <param name="shape">What the block does to the shape.</param>
    /// <param name="createShortcut">Makes what brings the input to the block's shape; null where it has that already.</param>
    public ResidualBlock(LayerFactory layers, OperationShape shape, Func<nn.Module<Tensor, Tensor>?> createShortcut)
        : base(nameof(ResidualBlock))
    {
        _rectification = layers.Rectification();
        _first = new ConvolutionUnit(layers, shape, kernel: 3);
        _second = new ConvolutionUnit(layers, new OperationShape(shape.OutputChannels, shape.OutputChannels, Stride: 1), kernel: 3);
        _shortcut = createShortcut();
        register_module("rectification", _rectification);
        register_module("first", _first);
        register_module("second", _second);
        if (_shortcut is not null)
        {
            register_module("shortcut", _shortcut);
        }
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = _first.call(_rectification.call(input));
        var residual = _shortcut is { } shortcut ? shortcut.call(input) : input;
        return _second.call(_rectification.call(inner)).Plus(residual).MoveToOuterDisposeScope();
    }
}
