using Surrogates.Architectures;
using Surrogates.Encodings;

namespace Microsoft.ML;

/// <summary>Adds the encoding of neural architectures to ML.NET's transforms.</summary>
public static class ArchitectureEncodingCatalog
{
    /// <summary>Creates an <see cref="ArchitectureEncodingEstimator"/>, which turns architectures' texts into features.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The column to write, a vector of <see cref="float"/> of known size.</param>
    /// <param name="inputColumnName">The column of the texts.</param>
    /// <param name="space">The search space that the texts are of.</param>
    /// <param name="encoding">The features; null (the default) takes <see cref="ArchitectureEncoding.DefaultFor"/> the space.</param>
    public static ArchitectureEncodingEstimator EncodeArchitecture(
        this TransformsCatalog catalog,
        string outputColumnName,
        string inputColumnName,
        ISearchSpace space,
        ArchitectureEncoding? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrEmpty(outputColumnName);
        ArgumentException.ThrowIfNullOrEmpty(inputColumnName);
        ArgumentNullException.ThrowIfNull(space);
        return new ArchitectureEncodingEstimator(
            catalog, outputColumnName, inputColumnName, space, encoding ?? ArchitectureEncoding.DefaultFor(space));
    }

    /// <summary>Creates an <see cref="ArchitectureEncodingEstimator"/> whose features are chosen fluently.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The column to write, a vector of <see cref="float"/> of known size.</param>
    /// <param name="inputColumnName">The column of the texts.</param>
    /// <param name="space">The search space that the texts are of.</param>
    /// <param name="encoding">Adds parts to an empty encoding.</param>
    /// <example>
    /// <code>
    /// mlContext.Transforms.EncodeArchitecture("Features", "Architecture", SearchSpaces.Micro, e => e.OneHot().Paths().Cost())
    /// </code>
    /// </example>
    public static ArchitectureEncodingEstimator EncodeArchitecture(
        this TransformsCatalog catalog,
        string outputColumnName,
        string inputColumnName,
        ISearchSpace space,
        Func<ArchitectureEncoding, ArchitectureEncoding> encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        return catalog.EncodeArchitecture(outputColumnName, inputColumnName, space, encoding(new ArchitectureEncoding()));
    }
}
