using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Surrogates.ModelFiles;

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
public sealed class ExtraTreesRegressionTrainer : ITrainerEstimator<ExtraTreesRegressionTransformer, ExtraTreesModelParameters>
{
    private readonly TransformsCatalog _transforms = new MLContext().Transforms;
    private readonly Options _options;

    internal ExtraTreesRegressionTrainer(RegressionCatalog.RegressionTrainers catalog, Options options)
    {
        options.Validate();
        _options = options;

        // What a trainer says of itself has no public constructor; ML.NET's own forest says the same.
        Info = catalog.FastForest(options.LabelColumnName, options.FeatureColumnName).Info;
    }

    /// <inheritdoc/>
    public TrainerInfo Info { get; }

    /// <inheritdoc/>
    public ExtraTreesRegressionTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var type = input.Schema.GetColumnOrNull(_options.FeatureColumnName)?.Type;
        RequireLabel(input.Schema.GetColumnOrNull(_options.LabelColumnName)?.Type, type => type == NumberDataViewType.Single);
        RequireFeatures(
            type, type => type is VectorDataViewType { IsKnownSize: true } vector && vector.ItemType == NumberDataViewType.Single);
        var (rows, labels) = Read(input);
        if (labels.Length == 0)
        {
            throw new InvalidOperationException($"The training data has no row with a label in '{_options.LabelColumnName}' and features.");
        }

        var model = ExtraTreesModelParameters.Fit(_options, rows, labels);
        return new ExtraTreesRegressionTransformer(Chain(model.Serialize()).Fit(input), model, _options.FeatureColumnName, type!);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        RequireLabel(Find(_options.LabelColumnName), column => Holds(column, SchemaShape.Column.VectorKind.Scalar));
        RequireFeatures(Find(_options.FeatureColumnName), column => Holds(column, SchemaShape.Column.VectorKind.Vector));
        return Chain(payload: "").GetOutputSchema(inputSchema);

        object? Find(string name) => inputSchema.Where(column => column.Name == name).Cast<object>().FirstOrDefault();

        static bool Holds(object column, SchemaShape.Column.VectorKind kind) =>
            column is SchemaShape.Column found && found.Kind == kind && found.ItemType == NumberDataViewType.Single;
    }

    private IEstimator<ITransformer> Chain(string payload) => TreeScoringMapping.Create(_transforms, payload, _options.FeatureColumnName);

    private (float[] Rows, double[] Labels) Read(IDataView input)
    {
        var rows = new List<float>();
        var labels = new List<double>();
        var (labelColumn, featureColumn) = (input.Schema[_options.LabelColumnName], input.Schema[_options.FeatureColumnName]);
        using var cursor = input.GetRowCursor([labelColumn, featureColumn]);
        var readLabel = cursor.GetGetter<float>(labelColumn);
        var readFeatures = cursor.GetGetter<VBuffer<float>>(featureColumn);
        var label = 0f;
        VBuffer<float> features = default;
        while (cursor.MoveNext())
        {
            readLabel(ref label);
            if (float.IsFinite(label))
            {
                readFeatures(ref features);
                rows.AddRange(ScoringMapping.Dense(features));
                labels.Add(label);
            }
        }

        return ([.. rows], [.. labels]);
    }

    private void RequireLabel<T>(T? column, Predicate<T> fits)
        where T : class => Require(column, fits, "label", _options.LabelColumnName, "a Single");

    private void RequireFeatures<T>(T? column, Predicate<T> fits)
        where T : class => Require(column, fits, "feature", _options.FeatureColumnName, "a vector of Single of known size");

    private static void Require<T>(T? column, Predicate<T> fits, string role, string name, string expected)
        where T : class
    {
        if (column is null || !fits(column))
        {
            throw new ArgumentOutOfRangeException(
                name, column is null ? $"There is no {role} column '{name}'." : $"The {role} column '{name}' must be {expected}.");
        }
    }

    /// <summary>Settings of the trainer.</summary>
    public sealed record Options : ExtraTreesOptions
    {
        /// <summary>The column of the label, a <see cref="float"/>; default <c>Label</c>.</summary>
        public string LabelColumnName { get; init; } = "Label";

        /// <summary>The column of the features, a vector of <see cref="float"/> of known size; default <c>Features</c>.</summary>
        public string FeatureColumnName { get; init; } = "Features";
    }
}
