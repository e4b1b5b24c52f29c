namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>
/// The number of trainable numbers of the task's network, head included, also of edges that lie on no path, as in the tables of
/// TransNAS-Bench-101 (which give millions).
/// </summary>
public sealed class Params : IZeroCostProxy
{
    /// <inheritdoc/>
    public string Name => "params";

    /// <inheritdoc/>
    public string Description => "trainable numbers of the network, head included";

    /// <inheritdoc/>
    public bool NeedsPath => false;

    /// <inheritdoc/>
    public bool DependsOnTask => false;

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Network.parameters().Sum(parameter => parameter.numel());
    }
}
