using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.ModelFiles;

namespace Surrogates.Models;

/// <summary>A trained regression in a pipeline: writes <c>Score</c> and <c>ScoreStandardDeviation</c>.</summary>
/// <remarks>A model file that is loaded again holds the same transforms without this type.</remarks>
/// <typeparam name="TModel">The trained model.</typeparam>
public abstract class RegressionTransformerBase<TModel> : DelegatingTransformer, ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private protected RegressionTransformerBase(ITransformer chain, TModel model, string featureColumnName, DataViewType featureColumnType)
        : base(chain) => (Model, FeatureColumnName, FeatureColumnType) = (model, featureColumnName, featureColumnType);

    /// <inheritdoc/>
    public TModel Model { get; }

    /// <inheritdoc/>
    public string FeatureColumnName { get; }

    /// <inheritdoc/>
    public DataViewType FeatureColumnType { get; }
}
