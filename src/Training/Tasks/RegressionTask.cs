using System.Text.Json;
using Surrogates.Training.Data;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>
/// One number or several that go with a picture: mean of the features, a linear map, squared error. Each target is standardized by its
/// mean and deviation over the data set, so that targets of different units count alike; predictions are in the user's units.
/// </summary>
public sealed class RegressionTask : ITrainingTask
{
    private const int StatisticsOfTarget = 4;

    // R² rather than an error in the targets' units: it says as much whatever the units, can be averaged over targets, and is what users
    // of ML.NET know; on the same pictures it ranks networks as their squared error does.
    private static readonly TaskMetric R2 = new(
        "r2",
        HigherIsBetter: true,
        "R², the share of the targets' variance that is explained, mean over targets; 1 is perfect, 0 is the mean for every picture");

    private static readonly TaskMetric Loss = new(
        "loss",
        HigherIsBetter: false,
        "mean squared error of the targets, each in its standard deviations; 0 is perfect, 1 is the mean for every picture");

    private readonly Definition _definition;

    private RegressionTask(string name, TaskMetric metric, Definition definition) => (Name, Metric, _definition) = (name, metric, definition);

    /// <summary>The kind.</summary>
    public static TrainingTaskKind Kind { get; } = CreateKind(
        "regression", "one number or several that go with a picture; numbers as label", R2);

    /// <summary>The kind for the camera and the box of a room, judged by the loss as in TransNAS-Bench-101.</summary>
    public static TrainingTaskKind LayoutKind { get; } = CreateKind(
        "room_layout", "where the camera is in a room and how large that is; numbers as label", Loss);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public TaskMetric Metric { get; }

    /// <summary>The names of the numbers that are predicted, in their order.</summary>
    public IReadOnlyList<string> TargetNames => _definition.TargetNames;

    private int Targets => TargetNames.Count;

    /// <inheritdoc/>
    public string Serialize() => JsonSerializer.Serialize(_definition);

    /// <inheritdoc/>
    public TrainingProtocol GetProtocol(TrainingPreset preset)
    {
        // Squared errors of features that are not normalized diverge at rates at which cross-entropy learns: Adam does not mind.
        var protocol = preset == TrainingPreset.TransNas
            ? Protocols.TransNas(epochs: 25)
            : Protocols.Small with { Optimizer = new AdamOptions { LearningRate = 2e-3, WeightDecay = 1e-4 } };

        // A mirrored or moved picture has its things elsewhere, and their places may be what is asked for.
        return protocol with { Augmentation = protocol.Augmentation with { MirrorsHorizontally = false, Shift = 0 } };
    }

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> CreateNetwork(Backbone backbone, LayerFactory layers) => new PooledHead(backbone, layers, Targets);

    /// <inheritdoc/>
    public TaskBatch CreateBatch(ImageBatch images)
    {
        var labels = TaskLabels.Require<VectorLabels>(images, Name);
        var standardized = new float[images.Indices.Length * Targets];
        for (var i = 0; i < standardized.Length; i++)
        {
            var target = i % Targets;
            var value = labels.Values[(images.Indices[i / Targets] * Targets) + target];
            standardized[i] = (float)((value - _definition.Means[target]) / _definition.Deviations[target]);
        }

        return new TaskBatch(
            CreateInput(images.Images), Tensors.Of(images.Images.device, standardized, images.Indices.Length, Targets));
    }

    /// <inheritdoc/>
    public Tensor CreateInput(Tensor images) => Pictures.Centre(images);

    /// <inheritdoc/>
    public Tensor GetLoss(Tensor output, Tensor target, TrainingProtocol protocol)
    {
        using var scope = NewDisposeScope();
        return output.Minus(target).Squared().mean().MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Tensor GetStatistics(Tensor output, Tensor target)
    {
        using var scope = NewDisposeScope();
        var error = output.Minus(target);
        var absolute = Errors.Absolute(error);
        return cat([error.Squared().sum([0]), absolute.sum([0]), target.sum([0]), target.Squared().sum([0])]).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// <c>r2</c>; <c>loss</c>, the mean squared error in standard deviations; and for each target <c>rmse NAME</c> and <c>mae NAME</c> in
    /// its own units.
    /// </summary>
    public IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count)
    {
        if (sums.Length != StatisticsOfTarget * Targets)
        {
            throw new ArgumentException($"{StatisticsOfTarget * Targets} sums are needed.", nameof(sums));
        }

        var metrics = new Dictionary<string, double> { [R2.Name] = 0, [Loss.Name] = 0 };
        for (var i = 0; i < Targets; i++)
        {
            var squares = sums[i];
            var sum = sums[(2 * Targets) + i];
            metrics[R2.Name] += GetR2(squares, sums[(3 * Targets) + i] - (sum * sum / count)) / Targets;
            metrics[Loss.Name] += squares / count / Targets;
            metrics[$"rmse {TargetNames[i]}"] = _definition.Deviations[i] * Math.Sqrt(squares / count);
            metrics[$"mae {TargetNames[i]}"] = _definition.Deviations[i] * sums[Targets + i] / count;
        }

        return metrics;
    }

    /// <inheritdoc/>
    public Tensor GetPrediction(Tensor output)
    {
        using var scope = NewDisposeScope();
        var deviations = Tensors.Of(output.device, Array.ConvertAll(_definition.Deviations, value => (float)value), 1, Targets);
        var means = Tensors.Of(output.device, Array.ConvertAll(_definition.Means, value => (float)value), 1, Targets);
        return output.mul(deviations).Plus(means).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Tensor GetExpectation(Tensor target) => target.alias();

    // Where all targets are the same there is no variance to explain: what hits them is perfect, all else explains nothing.
    private static double GetR2(double squaredErrors, double variation)
    {
        const double Nothing = 1e-9;
        return variation > Nothing ? 1 - (squaredErrors / variation) : squaredErrors <= Nothing ? 1 : 0;
    }

    private static TrainingTaskKind CreateKind(string name, string description, TaskMetric metric) =>
        new(name, description, data => Create(name, metric, data), json => Restore(name, metric, json));

    private static RegressionTask Create(string name, TaskMetric metric, ImageDataset data)
    {
        var labels = TaskLabels.Find<VectorLabels>(data, name, "numbers for each picture: a labels.csv with columns of numbers");
        var count = labels.TargetNames.Length;
        var (means, deviations) = (new double[count], new double[count]);
        for (var target = 0; target < count; target++)
        {
            var first = target;
            var values = Enumerable.Range(0, labels.Values.Length / count).Select(row => (double)labels.Values[(row * count) + first]);
            means[target] = values.Average();
            var deviation = Math.Sqrt(values.Average(value => Math.Pow(value - means[first], 2)));
            var isConstant = deviation <= 1e-6 * Math.Abs(means[target]) || deviation == 0;
            deviations[target] = isConstant ? 1 : deviation;
        }

        return new RegressionTask(name, metric, new Definition([.. labels.TargetNames], means, deviations));
    }

    private static RegressionTask Restore(string name, TaskMetric metric, string json)
    {
        var definition = JsonSerializer.Deserialize<Definition>(json)!;
        return definition.Means.Length == definition.TargetNames.Length && definition.Deviations.Length == definition.TargetNames.Length
            ? new RegressionTask(name, metric, definition)
            : throw new JsonException("The definition of a regression task contradicts itself.");
    }

    private sealed record Definition(string[] TargetNames, double[] Means, double[] Deviations);
}
