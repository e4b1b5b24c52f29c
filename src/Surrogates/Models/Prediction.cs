namespace Surrogates.Models;

/// <summary>What a surrogate expects of an architecture, in the units of the values that it was trained on.</summary>
/// <param name="Score">The expected value; higher is better.</param>
/// <param name="StandardDeviation">How far the true value typically lies from <paramref name="Score"/>.</param>
/// <param name="Lower">The lower end of the interval that holds the true value with probability 0.9.</param>
/// <param name="Upper">The upper end of that interval.</param>
public readonly record struct Prediction(double Score, double StandardDeviation, double Lower, double Upper);
