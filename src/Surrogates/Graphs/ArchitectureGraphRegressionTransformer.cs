using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.Models;

namespace Surrogates.Graphs;

/// <summary>Trained graph neural networks in a pipeline: writes <c>Score</c> and <c>ScoreStandardDeviation</c>.</summary>
/// <remarks>A model file that is loaded again holds the same transforms without this type.</remarks>
public sealed class ArchitectureGraphRegressionTransformer : RegressionTransformerBase<ArchitectureGraphModelParameters>
{
    internal ArchitectureGraphRegressionTransformer(
        ITransformer chain, ArchitectureGraphModelParameters model, string featureColumnName, DataViewType featureColumnType)
        : base(chain, model, featureColumnName, featureColumnType)
    {
    }
}
