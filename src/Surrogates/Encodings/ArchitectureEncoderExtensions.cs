using Surrogates.Architectures;

namespace Surrogates.Encodings;

/// <summary>Shorter ways to encode.</summary>
public static class ArchitectureEncoderExtensions
{
    /// <summary>An architecture's features.</summary>
    public static float[] Encode(this IArchitectureEncoder encoder, Architecture architecture)
    {
        var features = new float[encoder.FeatureNames.Count];
        encoder.Encode(architecture, features);
        return features;
    }

    /// <summary>The features of several architectures, one row after the other.</summary>
    public static float[] EncodeAll(this IArchitectureEncoder encoder, IReadOnlyList<Architecture> architectures)
    {
        var width = encoder.FeatureNames.Count;
        var rows = new float[architectures.Count * width];
        for (var i = 0; i < architectures.Count; i++)
        {
            encoder.Encode(architectures[i], rows.AsSpan(i * width, width));
        }

        return rows;
    }
}
