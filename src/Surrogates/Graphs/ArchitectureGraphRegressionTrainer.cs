using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.ModelFiles;
using Surrogates.Models;

namespace Surrogates.Graphs;

/// <summary>
/// Trains a regression with graph neural networks that read an architecture's graph, and says how sure it is. Strong from some dozens of
/// labels on.
/// </summary>
/// <remarks>
/// Create it with <see cref="ArchitectureGraphCatalog.ArchitectureGraph(RegressionCatalog.RegressionTrainers, string, string, int, int?)"/>.
/// <list type="table">
/// <listheader><term>Characteristic</term><description>Value</description></listheader>
/// <item><term>Machine learning task</term><description>Regression</description></item>
/// <item><term>Is normalization required?</term><description>No</description></item>
/// <item><term>Is caching required?</term><description>No</description></item>
/// <item><term>Required NuGet in addition to Microsoft.ML</term><description>Surrogates; to train, a libtorch such as libtorch-cpu-linux-x64</description></item>
/// <item><term>Exportable to ONNX</term><description>No</description></item>
/// </list>
/// <para>
/// Input: a <see cref="float"/> label and a vector of <see cref="float"/> of known size that begins with what
/// <see cref="Encodings.ArchitectureEncoding.Graph"/> adds; further numbers, of other parts of the encoding or of columns concatenated behind,
/// describe the architecture as a whole, NaN for missing. Output: <c>Score</c>, the expected label, and <c>ScoreStandardDeviation</c>; both
/// <see cref="float"/>. Rows without a label are left out.
/// </para>
/// <para>
/// The networks learn normal scores (Blom, 1958), so that outliers among the labels do not rule the training. Several are trained, each
/// without a part of the rows (bagging); on what each has not seen, their spread is calibrated, so that nine of ten labels lie in the 90%
/// interval (split conformal: Lei et al., JASA 2018). Training takes libtorch, on one thread of the CPU; scoring does not.
/// </para>
/// </remarks>
public sealed class ArchitectureGraphRegressionTrainer
    : RegressionTrainerBase<ArchitectureGraphRegressionTransformer, ArchitectureGraphModelParameters>
{
    private readonly Options _options;

    internal ArchitectureGraphRegressionTrainer(RegressionCatalog.RegressionTrainers catalog, Options options)
        : base(catalog, options.LabelColumnName, options.FeatureColumnName)
    {
        options.Validate();
        _options = options;
    }

    private protected override ArchitectureGraphModelParameters FitModel(float[] rows, double[] labels)
    {
        if (labels.Length < SurrogateTrainer.MinimumValues)
        {
            throw new InvalidOperationException(
                $"The training data has {labels.Length} row with a label in '{_options.LabelColumnName}'; expected {SurrogateTrainer.MinimumValues} or more.");
        }

        var layout = GraphLayout.TryRead(rows.AsSpan(0, rows.Length / labels.Length))
            ?? throw new ArgumentOutOfRangeException(
                _options.FeatureColumnName,
                $"The feature column '{_options.FeatureColumnName}' must begin with a graph: encode with new ArchitectureEncoding().Graph().");
        var model = SurrogateModelFit.Run(
            rows,
            labels,
            new SurrogateOptions { Seed = _options.Seed },
            (rows, targets) => GraphNetworkFit.Run(_options, layout, rows, targets, CancellationToken.None));
        return new ArchitectureGraphModelParameters(model, _options.NumberOfNetworks);
    }

    private protected override IEstimator<ITransformer> CreateChain(ArchitectureGraphModelParameters? model, string featureColumnName) =>
        ScoringMapping.Create(
            Transforms, model?.Serialize() ?? "", featureColumnName, ScoringColumns.Score, ScoringColumns.StandardDeviation);

    private protected override ArchitectureGraphRegressionTransformer CreateTransformer(
        ITransformer chain, ArchitectureGraphModelParameters model, string featureColumnName, DataViewType featureColumnType) =>
        new(chain, model, featureColumnName, featureColumnType);

    /// <summary>Settings of the trainer.</summary>
    public sealed record Options : ArchitectureGraphOptions
    {
        /// <summary>The column of the label, a <see cref="float"/>; default <c>Label</c>.</summary>
        public string LabelColumnName { get; init; } = "Label";

        /// <summary>
        /// The column of the features, a vector of <see cref="float"/> of known size that begins with a graph; default <c>Features</c>.
        /// </summary>
        public string FeatureColumnName { get; init; } = "Features";
    }
}
