using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Passes;

/// <summary>32-bit arithmetic that watches a batch pass: counts multiply-adds, and where asked agreements of activations.</summary>
/// <param name="batchSize">Pictures in the batch.</param>
/// <param name="countsAgreements">Whether agreements are counted.</param>
internal sealed class BatchArithmetic(long batchSize, bool countsAgreements) : SteadyArithmetic, IDisposable
{
    private long _multiplyAdds;
    private long _units;
    private Tensor? _bothOn;

    /// <summary>Multiply-adds for one picture.</summary>
    public long MultiplyAdds => _multiplyAdds / batchSize;

    /// <summary>How many units of all rectifications are on for both of two pictures, or off for both; null where none was
    /// rectified.</summary>
    public Tensor? CreateKernel()
    {
        if (_bothOn is null)
        {
            return null;
        }

        // Off for both: all units, less those that are on for one, less those for the other, plus those that both subtract.
        var on = _bothOn.diagonal();
        return _bothOn.Times(2).Plus(_units).Minus(on.unsqueeze(0)).Minus(on.unsqueeze(1));
    }

    public override Tensor Convolve(Tensor input, Tensor weight, ConvolutionGeometry geometry)
    {
        var output = base.Convolve(input, weight, geometry);
        _multiplyAdds += output.numel() * (weight.numel() / weight.size(0));
        return output;
    }

    public override Tensor ConvolveTransposed(Tensor input, Tensor weight, ConvolutionGeometry geometry)
    {
        // Every number of the input is multiplied by the weights that spread it.
        _multiplyAdds += input.numel() * (weight.numel() / weight.size(0));
        return base.ConvolveTransposed(input, weight, geometry);
    }

    public override Tensor Map(Tensor input, Tensor weight, Tensor bias)
    {
        var output = base.Map(input, weight, bias);
        _multiplyAdds += output.numel() * weight.size(1);
        return output;
    }

    public override Tensor Rectify(Tensor input)
    {
        var output = base.Rectify(input);
        if (countsAgreements)
        {
            CountAgreements(output);
        }

        return output;
    }

    public void Dispose() => _bothOn?.Dispose();

    // What is rectified is 0 or more, so its sign says which units are on. Sums of zeros and ones are exact in 32 bits up to 2²⁴ units.
    private void CountAgreements(Tensor output)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var on = output.detach().sign().reshape(batchSize, -1);
        var agreements = on.matmul(on.t()).to(ScalarType.Float64);
        _units += on.size(1);
        _bothOn = _bothOn is null ? agreements.DetachFromDisposeScope() : _bothOn.PlusInPlace(agreements);
    }
}
