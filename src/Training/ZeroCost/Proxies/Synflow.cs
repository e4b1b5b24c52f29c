using Surrogates.Training.ZeroCost.Passes;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>
/// ln Σ |w · ∂R/∂w| over all weights w of convolutions and linear maps, where R is the sum of the outputs for one picture of ones, all
/// weights and biases are replaced by their absolute values, and nothing is normalized; outputs are those of the last layer, before any
/// function that bounds them. The sum is that of the products of weights along all paths, each counted once for each layer on it.
/// </summary>
/// <remarks>
/// Tanaka et al.: "Pruning neural networks without any data by iteratively conserving synaptic flow", NeurIPS 2020. Without normalization
/// as in Abdelfattah et al., ICLR 2021; the logarithm is as tabulated. Computed in 64 bits, for the sum passes the range of 32: a
/// network with layers of 32 bits that are not of a <see cref="Networks.Layers.LayerFactory"/> has none.
/// </remarks>
public sealed class Synflow : IZeroCostProxy
{
    /// <inheritdoc/>
    public string Name => "synflow";

    /// <inheritdoc/>
    public string Description => "logarithm of the synaptic flow";

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var shape = context.Batch.Input.shape;
        shape[0] = 1;
        var input = Tensors.Ones(context.Batch.Input.device, shape).to(ScalarType.Float64);
        var scale = Tensors.Ones(input.device).to(ScalarType.Float64).requires_grad_(true);
        using var arithmetic = new FlowArithmetic(scale);
        var output = context.Run(input, arithmetic);
        var total = (arithmetic.Last ?? output).sum();
        return Math.Log(autograd.grad([total], [scale])[0].cpu().item<double>());
    }
}
