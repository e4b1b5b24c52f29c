using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Layers;

/// <summary>A transposed convolution without bias (<see cref="LayerFactory.TransposedConvolution"/>).</summary>
public sealed class TransposedConvolution : nn.Module<Tensor, Tensor>
{
    private readonly ConvolutionGeometry _geometry;
    private readonly LayerArithmetic _arithmetic;

    internal TransposedConvolution(Tensor weight, ConvolutionGeometry geometry, LayerArithmetic arithmetic)
        : base(nameof(TransposedConvolution))
    {
        Weight = new Parameter(weight);
        register_parameter("weight", Weight);
        _geometry = geometry;
        _arithmetic = arithmetic;
    }

    /// <summary>Input channels × output channels × kernel × kernel.</summary>
    public Parameter Weight { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _arithmetic.ConvolveTransposed(input, Weight, _geometry);
}
