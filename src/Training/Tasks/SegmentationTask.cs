using System.Text.Json;
using Surrogates.Training.Data;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks.Decoders;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>
/// What each pixel shows: a decoder of transposed convolutions, softmax cross-entropy at every pixel that has a class, mean over them.
/// Judged by the mean intersection over union.
/// </summary>
public sealed class SegmentationTask : ITrainingTask
{
    private readonly string[] _segmentNames;

    private SegmentationTask(string[] segmentNames) => _segmentNames = segmentNames;

    /// <summary>The kind.</summary>
    public static TrainingTaskKind Kind { get; } = new(
        "segmentsemantic", "what each pixel shows; a class at every pixel as label", Create, Restore);

    /// <inheritdoc/>
    public string Name => Kind.Name;

    /// <inheritdoc/>
    public TaskMetric Metric { get; } = new(
        "miou",
        HigherIsBetter: true,
        "intersection over union of the predicted and the true pixels of a class in all pictures together, mean over the classes that occur");

    /// <summary>The classes of pixels.</summary>
    public IReadOnlyList<string> SegmentNames => _segmentNames;

    private int Classes => _segmentNames.Length;

    /// <inheritdoc/>
    public bool IsDense => true;

    /// <inheritdoc/>
    public string Serialize() => JsonSerializer.Serialize(new Definition(_segmentNames));

    /// <inheritdoc/>
    public TrainingProtocol GetProtocol(TrainingPreset preset) => preset == TrainingPreset.TransNas
        ? Protocols.TransNas(epochs: 30)
        : new TrainingProtocol
        {
            Optimizer = new AdamOptions { LearningRate = 3e-3, WeightDecay = 1e-4 },
            Epochs = 20,
            BatchSize = 64,
            GradientLimit = 1,
            Augmentation = new Augmentation { MirrorsHorizontally = true },
        };

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> CreateNetwork(Backbone backbone, LayerFactory layers) =>
        new DenseHead(backbone, layers, Classes, isBounded: false);

    /// <inheritdoc/>
    public TaskBatch CreateBatch(ImageBatch images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        var classes = images.ReadDense(TaskLabels.Require<SegmentLabels>(images, Name)).squeeze(1).to(ScalarType.Int64);
        return new TaskBatch(CreateInput(images.Images).MoveToOuterDisposeScope(), classes.MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public Tensor CreateInput(Tensor images) => Pictures.Centre(images);

    /// <inheritdoc/>
    public Tensor GetLoss(Tensor output, Tensor target, TrainingProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return GetCrossEntropy(output, target, nn.Reduction.Mean, protocol.LabelSmoothing);
    }

    /// <summary>
    /// For each class the pixels that are rightly of it, those that are predicted to be, and those that are; then the sum of the pixels'
    /// cross-entropies.
    /// </summary>
    public Tensor GetStatistics(Tensor output, Tensor target)
    {
        using var scope = NewDisposeScope();
        var real = GetExpectation(target);
        var isLabelled = real.sum(1, keepdim: true);
        var predicted = GetExpectation(output.argmax(1)).mul(isLabelled);
        var loss = GetCrossEntropy(output, target, nn.Reduction.Sum, smoothing: 0);
        return cat([Count(predicted.mul(real)), Count(predicted), Count(real), loss.view(1)]).MoveToOuterDisposeScope();

        static Tensor Count(Tensor pixels) => pixels.sum([0, 2, 3]);
    }

    /// <summary>
    /// <c>miou</c>; <c>accuracy</c>, the share of the pixels whose class is right; <c>loss</c>, the mean cross-entropy of a pixel; and for
    /// each class that occurs <c>iou NAME</c>.
    /// </summary>
    public IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count)
    {
        if (sums.Length != (3 * Classes) + 1)
        {
            throw new ArgumentException($"{(3 * Classes) + 1} sums are needed.", nameof(sums));
        }

        var metrics = new Dictionary<string, double> { [Metric.Name] = 0, ["accuracy"] = 0, ["loss"] = 0 };
        var (right, pixels, present) = (0.0, 0.0, 0);
        for (var i = 0; i < Classes; i++)
        {
            var (both, predicted, real) = (sums[i], sums[Classes + i], sums[(2 * Classes) + i]);
            (right, pixels) = (right + both, pixels + real);
            if (real > 0)
            {
                present++;
                metrics[$"iou {_segmentNames[i]}"] = both / (predicted + real - both);
                metrics[Metric.Name] += both / (predicted + real - both);
            }
        }

        metrics[Metric.Name] /= Math.Max(1, present);
        metrics["accuracy"] = right / Math.Max(1, pixels);
        metrics["loss"] = sums[^1] / Math.Max(1, pixels);
        return metrics;
    }

    /// <inheritdoc/>
    /// <returns>Batch × height × width: the position of each pixel's likeliest class in <see cref="SegmentNames"/>.</returns>
    public Tensor GetPrediction(Tensor output)
    {
        using var scope = NewDisposeScope();
        return output.argmax(1).to(ScalarType.Float32).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    /// <returns>Batch × classes × height × width.</returns>
    public Tensor GetExpectation(Tensor target) => ClassScores.GetExpectation(target, Classes);

    /// <inheritdoc/>
    public Tensor ExpressExpectation(Tensor expectation) => ClassScores.ExpressExpectation(expectation);

    // A row a pixel: with the channels of a pixel side by side in memory, nothing is moved.
    private static Tensor GetCrossEntropy(Tensor output, Tensor target, nn.Reduction reduction, double smoothing)
    {
        using var scope = NewDisposeScope();
        var pixels = output.permute(0, 2, 3, 1).reshape(-1, output.size(1));
        return nn.functional.cross_entropy(
            pixels, target.reshape(-1), ignore_index: SegmentLabels.Unlabelled, reduction: reduction, label_smoothing: smoothing)
            .MoveToOuterDisposeScope();
    }

    private static SegmentationTask Create(ImageDataset data) => new(
        [.. TaskLabels.Find<SegmentLabels>(data, Kind.Name, "a class at every pixel, such as room scenes have").SegmentNames]);

    private static SegmentationTask Restore(string json)
    {
        var definition = JsonSerializer.Deserialize<Definition>(json)!;
        return definition.SegmentNames.Length is > 0 and <= SegmentLabels.MostClasses
            ? new SegmentationTask(definition.SegmentNames)
            : throw new JsonException("The definition of a segmentation task is out of range.");
    }

    private sealed record Definition(string[] SegmentNames);
}
