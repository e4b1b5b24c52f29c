using Surrogates.Training.ZeroCost.Passes;

namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>Σ ‖∂L/∂W‖₂ over the weights W of all convolutions and linear maps, L being the batch's loss.</summary>
/// <remarks>Abdelfattah et al.: "Zero-Cost Proxies for Lightweight NAS", ICLR 2021.</remarks>
public sealed class GradNorm : IZeroCostProxy
{
    /// <inheritdoc/>
    public string Name => "grad_norm";

    /// <inheritdoc/>
    public string Description => "sum of the layers' norms of gradients";

    /// <inheritdoc/>
    public ZeroCostNeeds Needs => ZeroCostNeeds.WeightGradients;

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Sums.OfNorms(context.WeightGradients.OfType<TorchSharp.torch.Tensor>());
    }
}
