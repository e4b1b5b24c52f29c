using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Passes;

/// <summary>
/// 32-bit arithmetic in which each picture's channel of each layer's output is multiplied by a gate, a factor of 1. The gradient with
/// respect to a gate is the output times its own gradient, summed over places, without the need to keep either.
/// </summary>
internal sealed class GatedArithmetic : SteadyArithmetic, IDisposable
{
    private readonly List<(Tensor Gate, long WeightsAChannel)> _gates = [];

    /// <summary>The gates, pictures × channels, of each layer, with the number of weights that each channel has.</summary>
    public IReadOnlyList<(Tensor Gate, long WeightsAChannel)> Gates => _gates;

    public override Tensor Convolve(Tensor input, Tensor weight, ConvolutionGeometry geometry) =>
        Gate(base.Convolve(input, weight, geometry), weight.numel() / weight.size(0));

    public override Tensor ConvolveTransposed(Tensor input, Tensor weight, ConvolutionGeometry geometry) =>
        Gate(base.ConvolveTransposed(input, weight, geometry), weight.numel() / (weight.size(1) * geometry.Groups));

    public override Tensor Map(Tensor input, Tensor weight, Tensor bias) => Gate(base.Map(input, weight, bias), weight.size(1));

    public void Dispose()
    {
        foreach (var (gate, _) in _gates)
        {
            gate.Dispose();
        }
    }

    private Tensor Gate(Tensor output, long weightsAChannel)
    {
        long[] shape = [output.size(0), output.size(1), .. Enumerable.Repeat(1L, (int)output.dim() - 2)];
        var gate = Tensors.Ones(output.device, shape).requires_grad_(true).DetachFromDisposeScope();
        _gates.Add((gate, weightsAChannel));
        using (output)
        {
            return output.mul(gate);
        }
    }
}
