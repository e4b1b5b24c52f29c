using System.Text.Json;
using Surrogates.Training.Data;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>
/// Which class a picture shows: mean of the features, a linear map, softmax cross-entropy, with hard labels (one class a picture) or
/// soft ones (a probability a class).
/// </summary>
public sealed class ClassificationTask : ITrainingTask
{
    private readonly bool _isSoft;

    private ClassificationTask(string name, IReadOnlyList<string> classNames, bool isSoft) =>
        (Name, ClassNames, _isSoft) = (name, classNames, isSoft);

    /// <summary>The kind.</summary>
    public static TrainingTaskKind Kind { get; } = CreateKind(
        "classification", "which class a picture shows; a class or a probability a class as label");

    /// <summary>The kind for the object that dominates a picture of a room.</summary>
    public static TrainingTaskKind ObjectKind { get; } = CreateKind(
        "class_object", "which object dominates the picture of a room; labels as for classification");

    /// <summary>The kind for the type of room that a picture shows.</summary>
    public static TrainingTaskKind SceneKind { get; } = CreateKind(
        "class_scene", "what type of room a picture shows; labels as for classification");

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public TaskMetric Metric { get; } = new(ClassScores.Accuracy, HigherIsBetter: true, "share of pictures whose likeliest class is right");

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <inheritdoc/>
    public string Serialize() => JsonSerializer.Serialize(new Definition(ClassNames, _isSoft));

    /// <inheritdoc/>
    public TrainingProtocol GetProtocol(TrainingPreset preset) => preset switch
    {
        TrainingPreset.TransNas => Protocols.TransNas(epochs: 25),
        _ => Protocols.Small,
    };

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> CreateNetwork(Backbone backbone, LayerFactory layers) =>
        new PooledHead(backbone, layers, ClassNames.Count);

    /// <inheritdoc/>
    public TaskBatch CreateBatch(ImageBatch images) => new(CreateInput(images.Images), images.Labels.For(Name) switch
    {
        ClassLabels labels => Tensors.Of(
            images.Images.device, Array.ConvertAll(images.Indices, index => (long)labels.Classes[index]), images.Indices.Length),
        SoftLabels labels => Rows.Gather(images.Images.device, labels.Values.AsSpan(), ClassNames.Count, images.Indices),
        _ => throw new InvalidOperationException("These labels are not of the task's kind."),
    });

    /// <inheritdoc/>
    public Tensor CreateInput(Tensor images) => Pictures.Centre(images);

    /// <inheritdoc/>
    public Tensor GetLoss(Tensor output, Tensor target, TrainingProtocol protocol) =>
        nn.functional.cross_entropy(output, target, label_smoothing: protocol.LabelSmoothing);

    /// <inheritdoc/>
    public Tensor GetStatistics(Tensor output, Tensor target)
    {
        using var scope = NewDisposeScope();
        return ClassScores.GetStatistics(output, target, truth: _isSoft ? target.argmax(1) : target).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count) =>
        ClassScores.GetMetrics(sums, count);

    /// <inheritdoc/>
    public Tensor GetPrediction(Tensor output) => output.softmax(1);

    /// <inheritdoc/>
    public Tensor GetExpectation(Tensor target) => _isSoft ? target.alias() : ClassScores.GetExpectation(target, ClassNames.Count);

    /// <inheritdoc/>
    public Tensor ExpressExpectation(Tensor expectation) => ClassScores.ExpressExpectation(expectation);

    private static TrainingTaskKind CreateKind(string name, string description) =>
        new(name, description, data => Create(name, data), json => Restore(name, json));

    private static ClassificationTask Create(string name, ImageDataset data) => TaskLabels.Get(data, name) switch
    {
        ClassLabels labels => new ClassificationTask(name, labels.ClassNames, isSoft: false),
        SoftLabels labels => new ClassificationTask(name, labels.ClassNames, isSoft: true),
        _ => throw TaskLabels.Missing(data, name, "a class for each picture: one subfolder a class, IDX files, or a labels.csv"),
    };

    private static ClassificationTask Restore(string name, string json)
    {
        var definition = JsonSerializer.Deserialize<Definition>(json)!;
        return new ClassificationTask(name, definition.ClassNames, definition.IsSoft);
    }

    private sealed record Definition(IReadOnlyList<string> ClassNames, bool IsSoft);
}
