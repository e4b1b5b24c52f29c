namespace Surrogates.Benchmarks;

/// <summary>An architecture and its result, as one of the best of a task.</summary>
/// <param name="Row">The index of the architecture in the table or benchmark that was asked.</param>
/// <param name="Architecture">The text of the architecture.</param>
/// <param name="Value">The result.</param>
public readonly record struct RankedArchitecture(int Row, string Architecture, double Value);
