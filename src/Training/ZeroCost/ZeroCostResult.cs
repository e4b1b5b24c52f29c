using Surrogates.Architectures;

namespace Surrogates.Training.ZeroCost;

/// <summary>The zero-cost proxies of an architecture.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="Values">The value of each proxy, by its name; NaN where it is missing.</param>
/// <param name="Seconds">
/// What each proxy took: its own computation and its share of the passes, which are divided evenly among the proxies that need them.
/// </param>
public sealed record ZeroCostResult(
    Architecture Architecture, IReadOnlyDictionary<string, double> Values, IReadOnlyDictionary<string, double> Seconds);
