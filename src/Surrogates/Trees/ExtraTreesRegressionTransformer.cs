using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.ModelFiles;

namespace Surrogates.Trees;

/// <summary>Trained extremely randomized trees in a pipeline: writes <c>Score</c> and <c>ScoreStandardDeviation</c>.</summary>
/// <remarks>A model file that is loaded again holds the same transforms without this type.</remarks>
public sealed class ExtraTreesRegressionTransformer : DelegatingTransformer, ISingleFeaturePredictionTransformer<ExtraTreesModelParameters>
{
    internal ExtraTreesRegressionTransformer(
        ITransformer chain, ExtraTreesModelParameters model, string featureColumnName, DataViewType featureColumnType)
        : base(chain) => (Model, FeatureColumnName, FeatureColumnType) = (model, featureColumnName, featureColumnType);

    /// <inheritdoc/>
    public ExtraTreesModelParameters Model { get; }

    /// <inheritdoc/>
    public string FeatureColumnName { get; }

    /// <inheritdoc/>
    public DataViewType FeatureColumnType { get; }
}
