using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Layers;

/// <summary>A convolution without bias (<see cref="LayerFactory.Convolution"/>).</summary>
public sealed class Convolution : nn.Module<Tensor, Tensor>
{
    private readonly ConvolutionGeometry _geometry;
    private readonly ConvolutionGeometry _pointwise;
    private readonly LayerArithmetic _arithmetic;
    private readonly int _kernel;

    internal Convolution(Tensor weight, ConvolutionGeometry geometry, LayerArithmetic arithmetic)
        : base(nameof(Convolution))
    {
        Weight = new Parameter(weight);
        register_parameter("weight", Weight);
        _geometry = geometry;
        _pointwise = new ConvolutionGeometry(stride: 1, padding: 0, dilation: 1, (int)geometry.Groups);
        _arithmetic = arithmetic;
        _kernel = (int)Weight.shape[2];
    }

    /// <summary>Output channels × input channels ÷ groups × kernel × kernel.</summary>
    public Parameter Weight { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        // Where the picture is no larger than the distance of two taps, all taps but the centre see only the padding. The last
        // stages of a network on small pictures are such.
        var distance = _geometry.Dilation[0];
        if (_kernel > 1 && input.size(2) <= distance && input.size(3) <= distance)
        {
            using var scope = NewDisposeScope();
            var centre = Weight.narrow(2, _kernel / 2, 1).narrow(3, _kernel / 2, 1);
            return ConvolvePointwise(input, centre).MoveToOuterDisposeScope();
        }

        return _kernel == 1 ? ConvolvePointwise(input, Weight) : _arithmetic.Convolve(input, Weight, _geometry);
    }

    // Only the pixels that a stride leaves are taken, which gives the same numbers. With the stride left to libtorch (2.10, CPU), the gradient
    // of the weights of a 1×1 convolution of 2 or 4 channels that lie channels last is written past its memory.
    private Tensor ConvolvePointwise(Tensor input, Tensor weight)
    {
        var stride = _geometry.Stride[0];
        if (stride == 1)
        {
            return _arithmetic.Convolve(input, weight, _pointwise);
        }

        using var scope = NewDisposeScope();
        var taken = input.slice(2, 0, input.size(2), stride).slice(3, 0, input.size(3), stride);

        // Of pixels with gaps between them libtorch would choose the order in memory by the weights', which is not always the same.
        return _arithmetic.Convolve(ChannelsLast.Arrange(taken), weight, _pointwise).MoveToOuterDisposeScope();
    }
}
