namespace Surrogates.Benchmarks.Pickles;

/// <summary>A place in a <see cref="PickleSource"/>.</summary>
internal readonly record struct PickleSpan(int Start, int Length);
