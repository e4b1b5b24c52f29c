using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Passes;

/// <summary>
/// Arithmetic of a network whose weights are drawn anew from N(0, 1), biases 0, the same ones in every pass that is begun with
/// <see cref="Begin"/>; normalizations have running statistics of their own, which begin at variance 1.
/// </summary>
internal sealed class GaussianArithmetic(Generator generator) : LayerArithmetic(ScalarType.Float32), IDisposable
{
    private readonly List<Tensor> _weights = [];
    private readonly List<(Tensor Mean, Tensor Variance)> _statistics = [];
    private int _layer;
    private int _normalization;

    /// <summary>Normalizations that the pass has gone through so far.</summary>
    public int Normalizations => _normalization;

    /// <summary>Begins a pass. Layers are known by the order in which they compute.</summary>
    public void Begin() => (_layer, _normalization) = (0, 0);

    /// <summary>Running variances of the first normalizations.</summary>
    public IEnumerable<Tensor> Variances(int count) => _statistics.Take(count).Select(statistics => statistics.Variance);

    public override Tensor Convolve(Tensor input, Tensor weight, ConvolutionGeometry geometry) =>
        base.Convolve(input, NextWeight(weight), geometry);

    public override Tensor ConvolveTransposed(Tensor input, Tensor weight, ConvolutionGeometry geometry) =>
        base.ConvolveTransposed(input, NextWeight(weight), geometry);

    public override Tensor Map(Tensor input, Tensor weight, Tensor bias) => input.matmul(NextWeight(weight).t());

    public override Tensor Normalize(
        Tensor input, Tensor mean, Tensor variance, Tensor weight, Tensor bias, bool training, double momentum, double epsilon)
    {
        if (_normalization == _statistics.Count)
        {
            _statistics.Add((mean.zeros_like().DetachFromDisposeScope(), variance.ones_like().DetachFromDisposeScope()));
        }

        var own = _statistics[_normalization++];
        return base.Normalize(input, own.Mean, own.Variance, weight, bias, training: true, momentum, epsilon);
    }

    public void Dispose()
    {
        foreach (var tensor in _weights.Concat(_statistics.SelectMany(pair => new[] { pair.Mean, pair.Variance })))
        {
            tensor.Dispose();
        }
    }

    private Tensor NextWeight(Tensor weight)
    {
        if (_layer == _weights.Count)
        {
            _weights.Add(Tensors.Normal(weight.device, generator, 1, weight.shape).DetachFromDisposeScope());
        }

        return _weights[_layer++];
    }
}
