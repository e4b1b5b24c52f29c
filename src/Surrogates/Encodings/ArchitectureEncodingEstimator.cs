using Microsoft.ML;
using Surrogates.Architectures;
using Surrogates.ModelFiles;

namespace Surrogates.Encodings;

/// <summary>Turns architectures, written as texts, into features for any ML.NET trainer.</summary>
/// <remarks>
/// Create it with
/// <see cref="ArchitectureEncodingCatalog.EncodeArchitecture(TransformsCatalog, string, string, ISearchSpace, ArchitectureEncoding)"/>.
/// <list type="table">
/// <listheader><term>Characteristic</term><description>Value</description></listheader>
/// <item><term>Does this estimator need to look at the data to train its parameters?</term><description>No</description></item>
/// <item><term>Input column data type</term><description>Text</description></item>
/// <item><term>Output column data type</term><description>Vector of <see cref="float"/> of known size</description></item>
/// <item><term>Exportable to ONNX</term><description>No</description></item>
/// </list>
/// A text that is not an architecture of the space throws <see cref="ArchitectureFormatException"/> when its row is read; readers that
/// work in parallel wrap it (<see cref="Exception.GetBaseException"/>). The column has no slot names, for ML.NET's model
/// files have no room for those of a custom transform; <see cref="ArchitectureEncodingTransformer.FeatureNames"/> has them.
/// </remarks>
public sealed class ArchitectureEncodingEstimator : IEstimator<ArchitectureEncodingTransformer>
{
    private readonly IEstimator<ITransformer> _chain;
    private readonly IReadOnlyList<string> _featureNames;

    internal ArchitectureEncodingEstimator(
        TransformsCatalog transforms, string outputColumnName, string inputColumnName, ISearchSpace space, ArchitectureEncoding encoding)
    {
        _chain = EncodingMapping.Create(transforms, new EncodingPayload(space, encoding), inputColumnName, outputColumnName);
        _featureNames = encoding.For(space).FeatureNames;
    }

    /// <inheritdoc/>
    public ArchitectureEncodingTransformer Fit(IDataView input) => new(_chain.Fit(input), _featureNames);

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _chain.GetOutputSchema(inputSchema);
}
