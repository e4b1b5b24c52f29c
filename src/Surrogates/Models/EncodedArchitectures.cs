using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Encodings;

namespace Surrogates.Models;

/// <summary>
/// Architectures with their features, made once and predicted by many surrogates: what a search does with its candidates after each
/// trial.
/// </summary>
public sealed class EncodedArchitectures
{
    private readonly float[] _rows;

    /// <summary>Encodes architectures of one space.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="architectures">Its architectures.</param>
    /// <param name="encoding">The encoding; null takes the default of the space.</param>
    /// <param name="features">Numeric columns to join, or null.</param>
    public EncodedArchitectures(
        ISearchSpace space, IReadOnlyList<Architecture> architectures, ArchitectureEncoding? encoding = null, FeatureTable? features = null)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(architectures);
        Encoder = new SurrogateEncoder(space, encoding ?? ArchitectureEncoding.DefaultFor(space), features);
        Architectures = architectures;
        _rows = Encoder.EncodeAll(architectures);
    }

    /// <summary>The architectures.</summary>
    public IReadOnlyList<Architecture> Architectures { get; }

    internal SurrogateEncoder Encoder { get; }

    internal ReadOnlySpan<float> Rows => _rows;
}
