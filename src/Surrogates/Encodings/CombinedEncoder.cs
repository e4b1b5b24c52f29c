using Surrogates.Architectures;

namespace Surrogates.Encodings;

/// <summary>Several encoders one after the other.</summary>
internal sealed class CombinedEncoder(IReadOnlyList<IArchitectureEncoder> encoders) : IArchitectureEncoder
{
    public IReadOnlyList<string> FeatureNames { get; } = [.. encoders.SelectMany(encoder => encoder.FeatureNames)];

    public void Encode(Architecture architecture, Span<float> features)
    {
        var canonical = architecture.Canonical;
        foreach (var encoder in encoders)
        {
            var length = encoder.FeatureNames.Count;
            encoder.Encode(canonical, features[..length]);
            features = features[length..];
        }
    }
}
