using Surrogates.Architectures;

namespace Surrogates.AutoML.Tuners;

/// <summary>Random search: networks drawn uniformly without repetition.</summary>
/// <remarks>Bergstra, Bengio: "Random Search for Hyper-Parameter Optimization", JMLR 13, 2012.</remarks>
public sealed class RandomTuner(SearchDomain domain, int seed = 1) : Tuner("random", domain, seed)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Architecture> Next(int count) => DrawUnknown() is { } architecture ? [architecture] : [];
}
