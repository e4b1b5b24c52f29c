using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Surrogates.ModelFiles;

namespace Surrogates.Models;

/// <summary>
/// What this library's ML.NET regression trainers share: a <see cref="float"/> label and a vector of <see cref="float"/> of known size in (NaN
/// for missing), <c>Score</c> and <c>ScoreStandardDeviation</c> out. Rows without a label are left out.
/// </summary>
/// <typeparam name="TTransformer">What a trained model is in a pipeline.</typeparam>
/// <typeparam name="TModel">The trained model.</typeparam>
public abstract class RegressionTrainerBase<TTransformer, TModel> : ITrainerEstimator<TTransformer, TModel>
    where TTransformer : RegressionTransformerBase<TModel>
    where TModel : class
{
    private readonly string _labelColumnName;
    private readonly string _featureColumnName;

    private protected RegressionTrainerBase(RegressionCatalog.RegressionTrainers catalog, string labelColumnName, string featureColumnName)
    {
        (_labelColumnName, _featureColumnName) = (labelColumnName, featureColumnName);

        // What a trainer says of itself has no public constructor; ML.NET's own forest says the same.
        Info = catalog.FastForest(labelColumnName, featureColumnName).Info;
    }

    /// <inheritdoc/>
    public TrainerInfo Info { get; }

    private protected TransformsCatalog Transforms { get; } = new MLContext().Transforms;

    /// <inheritdoc/>
    public TTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var type = input.Schema.GetColumnOrNull(_featureColumnName)?.Type;
        RequireLabel(input.Schema.GetColumnOrNull(_labelColumnName)?.Type, type => type == NumberDataViewType.Single);
        RequireFeatures(
            type, type => type is VectorDataViewType { IsKnownSize: true } vector && vector.ItemType == NumberDataViewType.Single);
        var (rows, labels) = Read(input);
        if (labels.Length == 0)
        {
            throw new InvalidOperationException($"The training data has no row with a label in '{_labelColumnName}' and features.");
        }

        var model = FitModel(rows, labels);
        return CreateTransformer(Chain(model).Fit(input), model, _featureColumnName, type!);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        RequireLabel(Find(_labelColumnName), column => Holds(column, SchemaShape.Column.VectorKind.Scalar));
        RequireFeatures(Find(_featureColumnName), column => Holds(column, SchemaShape.Column.VectorKind.Vector));
        return Chain(model: null).GetOutputSchema(inputSchema);

        object? Find(string name) => inputSchema.Where(column => column.Name == name).Cast<object>().FirstOrDefault();

        static bool Holds(object column, SchemaShape.Column.VectorKind kind) =>
            column is SchemaShape.Column found && found.Kind == kind && found.ItemType == NumberDataViewType.Single;
    }

    /// <summary>Trains a model.</summary>
    /// <param name="rows">The rows' features, one row after the other.</param>
    /// <param name="labels">The rows' labels, all finite.</param>
    private protected abstract TModel FitModel(float[] rows, double[] labels);

    /// <summary>The transforms that score with a model; null where only the schema is asked for.</summary>
    private protected abstract IEstimator<ITransformer> CreateChain(TModel? model, string featureColumnName);

    private protected abstract TTransformer CreateTransformer(
        ITransformer chain, TModel model, string featureColumnName, DataViewType featureColumnType);

    private IEstimator<ITransformer> Chain(TModel? model) => CreateChain(model, _featureColumnName);

    private (float[] Rows, double[] Labels) Read(IDataView input)
    {
        var rows = new List<float>();
        var labels = new List<double>();
        var (labelColumn, featureColumn) = (input.Schema[_labelColumnName], input.Schema[_featureColumnName]);
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
        where T : class => Require(column, fits, "label", _labelColumnName, "a Single");

    private void RequireFeatures<T>(T? column, Predicate<T> fits)
        where T : class => Require(column, fits, "feature", _featureColumnName, "a vector of Single of known size");

    private static void Require<T>(T? column, Predicate<T> fits, string role, string name, string expected)
        where T : class
    {
        if (column is null || !fits(column))
        {
            throw new ArgumentOutOfRangeException(
                name, column is null ? $"There is no {role} column '{name}'." : $"The {role} column '{name}' must be {expected}.");
        }
    }
}
