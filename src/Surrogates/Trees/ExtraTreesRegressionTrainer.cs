using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.ModelFiles;
using Surrogates.Models;

namespace Surrogates.Trees;

/// <summary>
/// Trains a regression with extremely randomized trees: strong on few rows, needs neither normalization nor tuning, and says how
/// sure it is.
/// </summary>
/// <remarks>
/// Create it with <see cref="ExtraTreesCatalog.ExtraTrees(RegressionCatalog.RegressionTrainers, string, string, int, int)"/>.
/// <list type="table">
/// <listheader><term>Characteristic</term><description>Value</description></listheader>
/// <item><term>Machine learning task</term><description>Regression</description></item>
/// <item><term>Is normalization required?</term><description>No</description></item>
/// <item><term>Is caching required?</term><description>No</description></item>
/// <item><term>Required NuGet in addition to Microsoft.ML</term><description>Surrogates</description></item>
/// <item><term>Exportable to ONNX</term><description>No</description></item>
/// </list>
/// Input: a <see cref="float"/> label and a vector of <see cref="float"/> of known size, NaN for missing. Output: <c>Score</c>, the
/// mean over the trees, and <c>ScoreStandardDeviation</c>, their spread; both <see cref="float"/>. Rows without a label are left out.
/// Geurts, Ernst, Wehenkel: "Extremely randomized trees", Machine Learning 63, 2006.
/// </remarks>
public sealed class ExtraTreesRegressionTrainer : RegressionTrainerBase<ExtraTreesRegressionTransformer, ExtraTreesModelParameters>
{
    private readonly Options _options;

    internal ExtraTreesRegressionTrainer(RegressionCatalog.RegressionTrainers catalog, Options options)
        : base(catalog, options.LabelColumnName, options.FeatureColumnName)
    {
        options.Validate();
        _options = options;
    }

    private protected override ExtraTreesModelParameters FitModel(float[] rows, double[] labels) =>
        ExtraTreesModelParameters.Fit(_options, rows, labels);

    private protected override IEstimator<ITransformer> CreateChain(ExtraTreesModelParameters? model, string featureColumnName) =>
        TreeScoringMapping.Create(Transforms, model?.Serialize() ?? "", featureColumnName);

    private protected override ExtraTreesRegressionTransformer CreateTransformer(
        ITransformer chain, ExtraTreesModelParameters model, string featureColumnName, DataViewType featureColumnType) =>
        new(chain, model, featureColumnName, featureColumnType);

    /// <summary>Settings of the trainer.</summary>
    public sealed record Options : ExtraTreesOptions
    {
        /// <summary>The column of the label, a <see cref="float"/>; default <c>Label</c>.</summary>
        public string LabelColumnName { get; init; } = "Label";

        /// <summary>The column of the features, a vector of <see cref="float"/> of known size; default <c>Features</c>.</summary>
        public string FeatureColumnName { get; init; } = "Features";
    }
}
