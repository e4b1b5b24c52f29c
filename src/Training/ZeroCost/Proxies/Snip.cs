using Surrogates.Training.ZeroCost.Passes;

namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>
/// Σ |w · ∂L/∂w| over all weights w of convolutions and linear maps, L being the batch's loss: how much the loss feels that a connection is
/// there.
/// </summary>
/// <remarks>Lee et al.: "SNIP: Single-shot Network Pruning based on Connection Sensitivity", ICLR 2019.</remarks>
public sealed class Snip : IZeroCostProxy
{
    /// <inheritdoc/>
    public string Name => "snip";

    /// <inheritdoc/>
    public string Description => "sum of |weight times gradient|";

    /// <inheritdoc/>
    public ZeroCostNeeds Needs => ZeroCostNeeds.WeightGradients;

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Sums.Of(context.WeightGradients.Zip(context.Weights)
            .Where(pair => pair.First is not null).Select(pair => pair.Second.detach().mul(pair.First!).abs()));
    }
}
