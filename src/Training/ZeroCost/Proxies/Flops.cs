namespace Surrogates.Training.ZeroCost.Proxies;

/// <summary>
/// Multiplications paired with an addition in convolutions and linear maps, counted in a forward pass of the task's network for one picture
/// of the data's size; also of edges that lie on no path.
/// </summary>
/// <remarks>
/// The tables of TransNAS-Bench-101 count normalization, activation and pooling too, for 256×256 pixels and 64 base channels;
/// <see cref="Architectures.Architecture.Cost"/> gives theirs.
/// </remarks>
public sealed class Flops : IZeroCostProxy
{
    /// <inheritdoc/>
    public string Name => "flops";

    /// <inheritdoc/>
    public string Description => "multiply-adds of a forward pass for one picture";

    /// <inheritdoc/>
    public ZeroCostNeeds Needs => ZeroCostNeeds.Forward;

    /// <inheritdoc/>
    public bool NeedsPath => false;

    /// <inheritdoc/>
    public bool DependsOnTask => false;

    /// <inheritdoc/>
    public double Compute(ZeroCostContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.MultiplyAdds;
    }
}
