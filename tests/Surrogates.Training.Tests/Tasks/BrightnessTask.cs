using Surrogates.Torch;
using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Tasks;

/// <summary>A task as a user would write it: the mean of a picture's pixels.</summary>
internal sealed class BrightnessTask : ITrainingTask
{
    public string Name => "test brightness";

    public TaskMetric Metric { get; } = new("error", HigherIsBetter: false, "mean absolute error");

    public string Serialize() => "{}";

    public TrainingProtocol GetProtocol(TrainingPreset preset) => new()
    {
        Optimizer = new AdamOptions { LearningRate = .01 },
        Epochs = 10,
        BatchSize = 16,
    };

    public nn.Module<Tensor, Tensor> CreateNetwork(Backbone backbone, LayerFactory layers) =>
        nn.Sequential(("backbone", backbone), ("pool", nn.AdaptiveAvgPool2d([1, 1])), ("flat", nn.Flatten()),
            ("linear", layers.Linear(backbone.OutputChannels, 1)));

    public TaskBatch CreateBatch(ImageBatch images) => new(CreateInput(images.Images), images.Images.mean([1, 2, 3]).unsqueeze(1));

    public Tensor CreateInput(Tensor images) => images.Plus(-.5);

    public Tensor GetLoss(Tensor output, Tensor target, TrainingProtocol protocol) => output.sub(target).square().mean();

    public Tensor GetStatistics(Tensor output, Tensor target) => output.sub(target).abs().sum().unsqueeze(0);

    public IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count) =>
        new Dictionary<string, double> { ["error"] = sums[0] / count };

    public Tensor GetPrediction(Tensor output) => output;
}
