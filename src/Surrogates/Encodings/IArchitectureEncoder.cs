using Surrogates.Architectures;

namespace Surrogates.Encodings;

/// <summary>Turns the architectures of one search space into numbers. Safe for use from several threads.</summary>
public interface IArchitectureEncoder
{
    /// <summary>What each feature is, in order.</summary>
    IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Writes an architecture's features; equal networks have equal features.</summary>
    /// <param name="architecture">An architecture of the encoder's space.</param>
    /// <param name="features">Receives one number for each of <see cref="FeatureNames"/>.</param>
    void Encode(Architecture architecture, Span<float> features);
}
