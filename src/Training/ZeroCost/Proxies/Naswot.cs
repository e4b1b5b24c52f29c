using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>
/// ln |det K|, where K[i, j] is the number of rectified units that are on for both of pictures i and j or off for both: how well the
/// untrained network tells the pictures apart.
/// </summary>
/// <remarks>
/// Mellor et al.: "Neural Architecture Search without Training", ICML 2021. As tabulated for TransNAS-Bench-101, a node's units count once
/// for each operation that rectifies them, also on edges that lead nowhere.
/// </remarks>
public sealed class Naswot : IZeroCostProxy
{
    /// <inheritdoc/>
    public string Name => "naswot";

    /// <inheritdoc/>
    public string Description => "log-determinant of the pictures' agreement in active units";

    /// <inheritdoc/>
    public ZeroCostNeeds Needs => ZeroCostNeeds.ActivationKernel;

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ActivationKernel is { } kernel ? linalg.slogdet(kernel.cpu()).Item2.item<double>() : double.NaN;
    }
}
