using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Surrogates.Training.Networks.Layers;

/// <summary>
/// What layers compute with: the operations behind convolution, transposed convolution, linear map, batch normalization and
/// rectification, at one precision. Mixed precision is this class and nothing else.
/// </summary>
/// <remarks>
/// With a 16-bit type, inputs and weights of convolutions and linear maps are cast to it, while weights are kept and normalization
/// statistics computed in 32 bits, as in Micikevicius et al.: "Mixed Precision Training", ICLR 2018.
/// </remarks>
public class LayerArithmetic
{
    /// <summary>Arithmetic in 32 bits.</summary>
    public static LayerArithmetic Full { get; } = new(ScalarType.Float32);

    /// <summary>Creates arithmetic of a precision.</summary>
    /// <param name="type"><see cref="ScalarType.Float32"/>, <see cref="ScalarType.BFloat16"/> or <see cref="ScalarType.Float16"/>.</param>
    public LayerArithmetic(ScalarType type) => Type = type;

    /// <summary>The type in which convolutions and linear maps are computed.</summary>
    public ScalarType Type { get; }

    /// <summary>A convolution (batch × channels × height × width).</summary>
    /// <param name="input">The input.</param>
    /// <param name="weight">Output channels × input channels ÷ groups × kernel × kernel.</param>
    /// <param name="geometry">Stride, padding, dilation, groups.</param>
    public virtual Tensor Convolve(Tensor input, Tensor weight, ConvolutionGeometry geometry) =>
        functional.conv2d(
            Cast(input), Cast(weight), null!, geometry.Stride, geometry.Padding, geometry.Dilation, geometry.Groups);

    /// <summary>A transposed convolution, which enlarges by its stride.</summary>
    public virtual Tensor ConvolveTransposed(Tensor input, Tensor weight, ConvolutionGeometry geometry) =>
        functional.conv_transpose2d(
            Cast(input), Cast(weight), null!, geometry.Stride, geometry.Padding, groups: geometry.Groups, dilation: geometry.Dilation);

    /// <summary>A linear map of the last dimension.</summary>
    public virtual Tensor Map(Tensor input, Tensor weight, Tensor bias) =>
        functional.linear(Cast(input), Cast(weight), Cast(bias));

    /// <summary>Batch normalization; in training it updates the running statistics.</summary>
    public virtual Tensor Normalize(
        Tensor input, Tensor mean, Tensor variance, Tensor weight, Tensor bias, bool training, double momentum, double epsilon) =>
        functional.batch_norm(input, mean, variance, weight, bias, training, momentum, epsilon);

    /// <summary>max(0, x).</summary>
    public virtual Tensor Rectify(Tensor input) => input.relu();

    private Tensor Cast(Tensor tensor) => tensor.dtype == Type ? tensor : tensor.to(Type);
}
