using Surrogates.Training.Networks;
using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>
/// What a network is trained for: target, head, loss, metric and protocol. Implementations are immutable and safe for use from several
/// threads; everything they compute stays on the device of what they are given.
/// </summary>
/// <remarks>A task is one file, and is made known by a <see cref="TrainingTaskKind"/> in <see cref="TrainingTasks"/>.</remarks>
public interface ITrainingTask
{
    /// <summary>The name by which the task is asked for.</summary>
    string Name { get; }

    /// <summary>What the task is judged by.</summary>
    TaskMetric Metric { get; }

    /// <summary>What <see cref="TrainingTaskKind.Restore"/> makes the task from again, as JSON.</summary>
    string Serialize();

    /// <summary>Whether the answer is at every pixel, so that it needs features that say where. Default false.</summary>
    bool IsDense => false;

    /// <summary>How the task is trained unless the user says otherwise.</summary>
    TrainingProtocol GetProtocol(TrainingPreset preset);

    /// <summary>The whole network: the backbone with the task's head.</summary>
    nn.Module<Tensor, Tensor> CreateNetwork(Backbone backbone, LayerFactory layers);

    /// <summary>A batch of training or evaluation.</summary>
    TaskBatch CreateBatch(ImageBatch images);

    /// <summary>What the network takes at scoring time.</summary>
    /// <param name="images">Pictures, batch × 3 × height × width, from 0 to 1.</param>
    Tensor CreateInput(Tensor images);

    /// <summary>The loss to minimize, averaged over the batch: a scalar.</summary>
    /// <param name="output">The network's output, in 32 bits.</param>
    /// <param name="target">What <see cref="CreateBatch"/> made.</param>
    /// <param name="protocol">How the network is trained.</param>
    Tensor GetLoss(Tensor output, Tensor target, TrainingProtocol protocol);

    /// <summary>
    /// Numbers about a batch, a vector in 32 bits; their sums over all batches are what <see cref="GetMetrics"/> needs.
    /// </summary>
    Tensor GetStatistics(Tensor output, Tensor target);

    /// <summary>
    /// The metrics that follow from the sums of <see cref="GetStatistics"/>, by name; <see cref="Metric"/> is among them.
    /// </summary>
    /// <param name="sums">The sums over all batches.</param>
    /// <param name="count">The number of pictures in them.</param>
    IReadOnlyDictionary<string, double> GetMetrics(ReadOnlySpan<double> sums, int count);

    /// <summary>What a user wants of an output, a row a picture: probabilities, numbers, a picture.</summary>
    Tensor GetPrediction(Tensor output);

    /// <summary>The names of the classes whose probabilities <see cref="GetPrediction"/> gives, or an empty list.</summary>
    IReadOnlyList<string> ClassNames => [];

    /// <summary>
    /// The targets as numbers whose mean over pictures has a meaning: probabilities of classes, numbers, pictures. Null where there is
    /// no such thing. <see cref="Models.TrivialPredictor"/> is made of it.
    /// </summary>
    /// <param name="target">What <see cref="CreateBatch"/> made; a row a picture.</param>
    Tensor? GetExpectation(Tensor target) => null;

    /// <summary>The output of a network that says just that.</summary>
    /// <param name="expectation">A mean of rows of <see cref="GetExpectation"/>.</param>
    Tensor ExpressExpectation(Tensor expectation) => expectation.alias();

    /// <summary>A second network that judges the first one's output, or null; see <see cref="IAdversary"/>.</summary>
    IAdversary? CreateAdversary(LayerFactory layers) => null;
}
