using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.Models;

namespace Surrogates.Trees;

/// <summary>Trained extremely randomized trees in a pipeline: writes <c>Score</c> and <c>ScoreStandardDeviation</c>.</summary>
/// <remarks>A model file that is loaded again holds the same transforms without this type.</remarks>
public sealed class ExtraTreesRegressionTransformer : RegressionTransformerBase<ExtraTreesModelParameters>
{
    internal ExtraTreesRegressionTransformer(
        ITransformer chain, ExtraTreesModelParameters model, string featureColumnName, DataViewType featureColumnType)
        : base(chain, model, featureColumnName, featureColumnType)
    {
    }
}
