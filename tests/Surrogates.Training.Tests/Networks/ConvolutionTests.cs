using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Networks;

public sealed class ConvolutionTests
{
    /// <summary>
    /// Where the picture is no larger than the distance of two taps, only the centre of the kernel is computed; of a pointwise kernel, only
    /// the pixels that its stride leaves.
    /// </summary>
    [Theory]
    [InlineData(1, 1, 1, 1, 7, 5)]
    [InlineData(1, 2, 1, 1, 7, 5)]
    [InlineData(1, 2, 1, 2, 8, 6)]
    [InlineData(1, 3, 1, 1, 8, 7)]
    [InlineData(3, 1, 1, 1, 1, 1)]
    [InlineData(3, 2, 1, 1, 1, 1)]
    [InlineData(5, 1, 1, 1, 1, 1)]
    [InlineData(3, 1, 2, 1, 2, 2)]
    [InlineData(3, 2, 2, 4, 2, 1)]
    [InlineData(3, 1, 1, 4, 1, 1)]
    [InlineData(3, 1, 1, 1, 2, 1)]
    [InlineData(3, 2, 1, 1, 7, 4)]
    public void EqualsTheFullConvolution(int kernel, int stride, int dilation, int groups, int height, int width)
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(CPU, seed: 1);
        var convolution = layers.Convolution(4, 8, kernel, stride, dilation, groups);
        var input = randn([3, 4, height, width], generator: new Generator(2));
        var (first, second) = (input.clone().requires_grad_(), input.clone().requires_grad_());
        var weight = convolution.Weight.detach().clone().requires_grad_();
        var output = convolution.call(first);
        var padding = dilation * (kernel - 1) / 2;
        var expected = nn.functional.conv2d(second, weight, null!, [stride, stride], [padding, padding], [dilation, dilation], groups);
        var factors = randn(expected.shape, generator: new Generator(3));
        output.mul(factors).sum().backward();
        expected.mul(factors).sum().backward();

        AssertClose(expected, output);
        AssertClose(second.grad!, first.grad!);
        AssertClose(weight.grad!, convolution.Weight.grad!);
    }

    /// <summary>libtorch alone ends the process here, or damages its memory.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void GradientsOfFewChannelsWithAStrideStayWithinTheirMemory(int channels)
    {
        for (var i = 0; i < 200; i++)
        {
            using var scope = NewDisposeScope();
            using var layers = new LayerFactory(CPU, seed: i);
            var convolution = layers.Convolution(channels, 2 * channels, kernel: 1, stride: 2);
            var input = randn([8, 12, 12, channels], generator: new Generator(2)).permute(0, 3, 1, 2).requires_grad_();
            convolution.call(input).square().sum().backward();
            Assert.True(convolution.Weight.grad!.isfinite().all().item<bool>());
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void ATransposedConvolutionEnlargesByItsStride(int stride)
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(CPU, seed: 1);
        Assert.Equal([2, 5, 3 * stride, 7 * stride], layers.TransposedConvolution(4, 5, stride).call(zeros(2, 4, 3, 7)).shape);
    }

    [Fact]
    public void WeightsHaveTheDeviationOfTheirFan()
    {
        using var layers = new LayerFactory(CPU, seed: 1);
        using var convolution = layers.Convolution(64, 64, kernel: 3);
        Assert.Equal(Math.Sqrt(2.0 / (64 * 9)), convolution.Weight.std().item<float>(), 1e-3);
    }

    private static void AssertClose(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().item<float>(), 0, 1e-5);
    }
}
