using Surrogates.Training.ZeroCost.Passes;

namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>Σ w · ∂L/∂w over all weights w of convolutions and linear maps, with its sign, L being the batch's loss.</summary>
/// <remarks>
/// Mozer, Smolensky: "Skeletonization", NIPS 1988, whose criterion it is; as a proxy in Abdelfattah et al., ICLR 2021. Before a batch
/// normalization the terms of a layer cancel, for its scale changes nothing: what is left is mostly the head's.
/// </remarks>
public sealed class Plain : IZeroCostProxy
{
    /// <inheritdoc/>
    public string Name => "plain";

    /// <inheritdoc/>
    public string Description => "sum of weight times gradient";

    /// <inheritdoc/>
    public ZeroCostNeeds Needs => ZeroCostNeeds.WeightGradients;

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Sums.Of(context.WeightGradients.Zip(context.Weights)
            .Where(pair => pair.First is not null).Select(pair => pair.Second.detach().mul(pair.First!)));
    }
}
