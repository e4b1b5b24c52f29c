using Microsoft.ML;
using Surrogates.ModelFiles;

namespace Surrogates.Encodings;

/// <summary>Turns a column of architectures' texts into a column of features.</summary>
/// <remarks>A model file that is loaded again holds the same transforms without this type.</remarks>
public sealed class ArchitectureEncodingTransformer : DelegatingTransformer
{
    internal ArchitectureEncodingTransformer(ITransformer chain, IReadOnlyList<string> featureNames)
        : base(chain) => FeatureNames = featureNames;

    /// <summary>What each slot of the features is, in order.</summary>
    public IReadOnlyList<string> FeatureNames { get; }
}
