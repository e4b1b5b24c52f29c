using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Passes;

/// <summary>
/// Arithmetic of the flow through a network: absolute weights, no normalization, in 64 bits. Each layer's output, but for its bias, is
/// multiplied by <paramref name="scale"/>, a scalar 1: the derivative with respect to it counts each path once for each layer on it.
/// </summary>
internal sealed class FlowArithmetic(Tensor scale) : LayerArithmetic(ScalarType.Float64), IDisposable
{
    private Tensor? _last;

    /// <summary>
    /// What the last layer gave: the network's output, but for a function that bounds it, through which large flows would be all alike.
    /// </summary>
    public Tensor? Last => _last;

    public override Tensor Convolve(Tensor input, Tensor weight, ConvolutionGeometry geometry)
    {
        using var scope = NewDisposeScope();
        return Keep(base.Convolve(input, Absolute(weight), geometry).mul(scale)).MoveToOuterDisposeScope();
    }

    public override Tensor ConvolveTransposed(Tensor input, Tensor weight, ConvolutionGeometry geometry)
    {
        using var scope = NewDisposeScope();
        return Keep(base.ConvolveTransposed(input, Absolute(weight), geometry).mul(scale)).MoveToOuterDisposeScope();
    }

    public override Tensor Map(Tensor input, Tensor weight, Tensor bias)
    {
        using var scope = NewDisposeScope();
        return Keep(base.Map(input, Absolute(weight), Absolute(bias).zeros_like()).mul(scale).Plus(Absolute(bias))).MoveToOuterDisposeScope();
    }

    public override Tensor Normalize(
        Tensor input, Tensor mean, Tensor variance, Tensor weight, Tensor bias, bool training, double momentum, double epsilon) =>
        input.alias();

    public void Dispose() => _last?.Dispose();

    private Tensor Keep(Tensor output)
    {
        _last?.Dispose();
        _last = output.alias().DetachFromDisposeScope();
        return output;
    }

    private static Tensor Absolute(Tensor weight) => weight.detach().to(ScalarType.Float64).abs();
}
