using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests;

/// <summary>Another task, of which a user has changed the loss or the network.</summary>
internal sealed class UserTask(
    ITrainingTask inner,
    Func<Tensor, Tensor, Tensor>? loss = null,
    Func<LayerFactory, nn.Module<Tensor, Tensor>>? network = null) : ITrainingTask
{
    public Func<LayerFactory, nn.Module<Tensor, Tensor>>? Network => network;

    public string Name => inner.Name;

    public TaskMetric Metric => inner.Metric;

    public IReadOnlyList<string> ClassNames => inner.ClassNames;

    public string Serialize() => inner.Serialize();

    public TrainingProtocol GetProtocol(TrainingPreset preset) => inner.GetProtocol(preset);

    public nn.Module<Tensor, Tensor> CreateNetwork(Backbone backbone, LayerFactory layers) =>
        network?.Invoke(layers) ?? inner.CreateNetwork(backbone, layers);

    public TaskBatch CreateBatch(ImageBatch images) => inner.CreateBatch(images);

    public Tensor CreateInput(Tensor images) => inner.CreateInput(images);

    public Tensor GetLoss(Tensor output, Tensor target, TrainingProtocol protocol) =>
        loss?.Invoke(output, target) ?? inner.GetLoss(output, target, protocol);

    public Tensor GetStatistics(Tensor output, Tensor target) => inner.GetStatistics(output, target);

    public IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count) => inner.GetMetrics(sums, count);

    public Tensor GetPrediction(Tensor output) => inner.GetPrediction(output);

    public IAdversary? CreateAdversary(LayerFactory layers) => inner.CreateAdversary(layers);
}
