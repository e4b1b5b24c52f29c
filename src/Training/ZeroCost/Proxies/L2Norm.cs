using Surrogates.Training.ZeroCost.Passes;

namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>Σ ‖W‖₂ over the weights W of all convolutions and linear maps, also of edges that lie on no path.</summary>
/// <remarks>Abdelfattah et al.: "Zero-Cost Proxies for Lightweight NAS", ICLR 2021.</remarks>
public sealed class L2Norm : IZeroCostProxy
{
    /// <inheritdoc/>
    public string Name => "l2_norm";

    /// <inheritdoc/>
    public string Description => "sum of the layers' norms of weights";

    /// <inheritdoc/>
    public bool NeedsPath => false;

    /// <inheritdoc/>
    public bool DependsOnTask => false;

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Sums.OfNorms(context.Weights);
    }
}
