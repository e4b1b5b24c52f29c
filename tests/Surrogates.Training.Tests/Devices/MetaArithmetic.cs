using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Devices;

/// <summary>
/// Arithmetic of the right shapes on the meta device, where tensors have no numbers: TorchSharp 0.107 lacks convolution, transposed
/// convolution, batch normalization and rectification there. Each is replaced by elementary operations that touch every operand, so that
/// one on another device is still found.
/// </summary>
internal sealed class MetaArithmetic(ScalarType type) : LayerArithmetic(type)
{
    public override Tensor Convolve(Tensor input, Tensor weight, ConvolutionGeometry geometry)
    {
        var groups = geometry.Groups;
        Assert.Equal(input.size(1), weight.size(1) * groups);
        var height = OutputSize(input.size(2), weight.size(2), geometry, 0);
        var width = OutputSize(input.size(3), weight.size(3), geometry, 1);
        return Spread(input, Cast(weight).sum([1, 2, 3]), height, width);
    }

    public override Tensor ConvolveTransposed(Tensor input, Tensor weight, ConvolutionGeometry geometry)
    {
        Assert.Equal(input.size(1), weight.size(0));
        var height = EnlargedSize(input.size(2), weight.size(2), geometry, 0);
        var width = EnlargedSize(input.size(3), weight.size(3), geometry, 1);
        return Spread(input, Cast(weight).sum([0, 2, 3]), height, width);
    }

    public override Tensor Normalize(
        Tensor input, Tensor mean, Tensor variance, Tensor weight, Tensor bias, bool training, double momentum, double epsilon)
    {
        Assert.All(new[] { mean, variance, weight, bias }, tensor => Assert.Equal(input.size(1), tensor.numel()));
        return input * Column(weight) + Column(bias) + Column(mean) + Column(variance);

        static Tensor Column(Tensor vector) => vector.view(1, -1, 1, 1);
    }

    public override Tensor Rectify(Tensor input) => input * .5;

    // A number of the input for each output, so that gradients reach it, times one of the weight for each channel.
    private Tensor Spread(Tensor input, Tensor channels, long height, long width)
    {
        var mean = Cast(input).mean([1, 2, 3], keepdim: true);
        return (mean * channels.view(1, -1, 1, 1)).expand(input.size(0), channels.size(0), height, width);
    }

    private Tensor Cast(Tensor tensor) => tensor.to(Type);

    private static long OutputSize(long size, long kernel, ConvolutionGeometry geometry, int side) =>
        ((size + (2 * geometry.Padding[side]) - (geometry.Dilation[side] * (kernel - 1)) - 1) / geometry.Stride[side]) + 1;

    private static long EnlargedSize(long size, long kernel, ConvolutionGeometry geometry, int side) =>
        ((size - 1) * geometry.Stride[side]) - (2 * geometry.Padding[side]) + (geometry.Dilation[side] * (kernel - 1)) + 1;
}
