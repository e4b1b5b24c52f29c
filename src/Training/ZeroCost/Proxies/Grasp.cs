using Surrogates.Training.ZeroCost.Passes;

namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>
/// −Σ w · (H g) over all weights w of convolutions and linear maps, g being the gradient of the batch's loss and H its Hessian: how much
/// the connections help the gradient to flow.
/// </summary>
/// <remarks>
/// Wang, Zhang, Grosse: "Picking Winning Tickets Before Training by Preserving Gradient Flow", ICLR 2020, with the sign and without the
/// temperature of Abdelfattah et al., ICLR 2021. Gradient and Hessian are of the same batch.
/// </remarks>
public sealed class Grasp : IZeroCostProxy
{
    /// <inheritdoc/>
    public string Name => "grasp";

    /// <inheritdoc/>
    public string Description => "minus the sum of weight times Hessian-gradient product";

    /// <inheritdoc/>
    public ZeroCostNeeds Needs => ZeroCostNeeds.HessianProducts;

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return -Sums.Of(context.HessianProducts.Zip(context.Weights)
            .Where(pair => pair.First is not null).Select(pair => pair.Second.detach().mul(pair.First!)));
    }
}
