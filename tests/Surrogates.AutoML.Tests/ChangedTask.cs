using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.AutoML.Tests;

/// <summary>A task like another, but for its metric or for something that is done before each of its networks is made.</summary>
/// <param name="task">The other.</param>
/// <param name="before">Receives how many networks were made before.</param>
/// <param name="metric">The metric; null for the other's.</param>
internal sealed class ChangedTask(ITrainingTask task, Action<int>? before = null, TaskMetric? metric = null) : ITrainingTask
{
    private int _networks;

    public string Name => task.Name;

    public TaskMetric Metric => metric ?? task.Metric;

    public string Serialize() => task.Serialize();

    public TrainingProtocol GetProtocol(TrainingPreset preset) => task.GetProtocol(preset);

    public nn.Module<Tensor, Tensor> CreateNetwork(Backbone backbone, LayerFactory layers)
    {
        before?.Invoke(Interlocked.Increment(ref _networks) - 1);
        return task.CreateNetwork(backbone, layers);
    }

    public TaskBatch CreateBatch(ImageBatch images) => task.CreateBatch(images);

    public Tensor CreateInput(Tensor images) => task.CreateInput(images);

    public Tensor GetLoss(Tensor output, Tensor target, TrainingProtocol protocol) => task.GetLoss(output, target, protocol);

    public Tensor GetStatistics(Tensor output, Tensor target) => task.GetStatistics(output, target);

    public IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count) => task.GetMetrics(sums, count);

    public Tensor GetPrediction(Tensor output) => task.GetPrediction(output);
}
