using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Passes;

/// <summary>What the layers of a network compute with while it is looked at: each pass brings its own arithmetic.</summary>
internal sealed class SwitchedArithmetic() : LayerArithmetic(ScalarType.Float32)
{
    private LayerArithmetic _current = Full;

    public Tensor Run(nn.Module<Tensor, Tensor> network, Tensor input, LayerArithmetic arithmetic)
    {
        _current = arithmetic;
        try
        {
            return network.call(input);
        }
        finally
        {
            _current = Full;
        }
    }

    public override Tensor Convolve(Tensor input, Tensor weight, ConvolutionGeometry geometry) => _current.Convolve(input, weight, geometry);

    public override Tensor ConvolveTransposed(Tensor input, Tensor weight, ConvolutionGeometry geometry) =>
        _current.ConvolveTransposed(input, weight, geometry);

    public override Tensor Map(Tensor input, Tensor weight, Tensor bias) => _current.Map(input, weight, bias);

    public override Tensor Normalize(
        Tensor input, Tensor mean, Tensor variance, Tensor weight, Tensor bias, bool training, double momentum, double epsilon) =>
        _current.Normalize(input, mean, variance, weight, bias, training, momentum, epsilon);

    public override Tensor Rectify(Tensor input) => _current.Rectify(input);
}
