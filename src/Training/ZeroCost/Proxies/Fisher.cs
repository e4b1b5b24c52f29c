using Surrogates.Training.ZeroCost.Passes;

namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>
/// Σ over channels c of ½ · mean over pictures of (Σ over places of a · ∂L/∂a)², times the number of weights of the channel; a is the
/// output of a convolution or linear map, before its normalization, and L the batch's loss.
/// </summary>
/// <remarks>
/// Theis et al.: "Faster gaze prediction with dense networks and Fisher pruning", 2018; Turner et al.: "BlockSwap", ICLR 2020. That a
/// channel counts once for each of its weights is as in Abdelfattah et al., ICLR 2021. Weights that see nothing but padding, on features
/// of few pixels, do not count.
/// </remarks>
public sealed class Fisher : IZeroCostProxy
{
    /// <inheritdoc/>
    public string Name => "fisher";

    /// <inheritdoc/>
    public string Description => "sum of the channels' Fisher information, weighted by their weights";

    /// <inheritdoc/>
    public ZeroCostNeeds Needs => ZeroCostNeeds.ChannelSaliencies;

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Sums.Of(context.ChannelSaliencies.Select(
            layer => layer.Saliency.Squared().mean([0]).Times(.5 * layer.WeightsAChannel)));
    }
}
