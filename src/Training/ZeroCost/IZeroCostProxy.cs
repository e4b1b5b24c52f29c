namespace Surrogates.Training.ZeroCost;

/// <summary>
/// A number that an untrained network has, and by which networks rank somewhat as they would after training. Implementations are immutable
/// and safe for use from several threads.
/// </summary>
/// <remarks>A proxy is one file, and is made known by <see cref="ZeroCostProxies.Register"/>.</remarks>
/// <example>
/// <code>
/// public sealed class Depth : IZeroCostProxy
/// {
///     public string Name => "depth";
///     public string Description => "the number of tensors of weights";
///     public double Compute(ZeroCostContext context) => context.Weights.Count;
/// }
/// </code>
/// </example>
public interface IZeroCostProxy
{
    /// <summary>The name by which the proxy is asked for, and that of its column in a table.</summary>
    string Name { get; }

    /// <summary>One line on what is computed.</summary>
    string Description { get; }

    /// <summary>
    /// What the proxy reads of the pass of the batch that all proxies share. Default <see cref="ZeroCostNeeds.Nothing"/>; what is not named
    /// here cannot be read.
    /// </summary>
    ZeroCostNeeds Needs => ZeroCostNeeds.Nothing;

    /// <summary>
    /// Whether there is no such number for a network through which nothing passes. Default true; false for what only counts or measures
    /// weights.
    /// </summary>
    bool NeedsPath => true;

    /// <summary>
    /// Whether the number is of the task as much as of the architecture, so that its column is named after both. Default true; false for
    /// costs and norms, in which the task's head is a part that all architectures share.
    /// </summary>
    bool DependsOnTask => true;

    /// <summary>Whether the computation leaves the network changed, so that the next proxy needs a new one. Default false.</summary>
    bool ChangesNetwork => false;

    /// <summary>Computes the proxy.</summary>
    /// <returns>The number; one that is not finite counts as missing.</returns>
    double Compute(ZeroCostContext context);
}
