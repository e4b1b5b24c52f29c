using System.Runtime.InteropServices;
using Surrogates.Training.Models;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>A step: forward pass, loss, backward pass, optimizer, and the same for the adversary where the task has one.</summary>
internal sealed class TrainingStep : IDisposable
{
    private readonly TrainedNetwork _network;
    private readonly TrainingProtocol _protocol;
    private readonly IAdversary? _adversary;
    private readonly double _peakRatio;

    public TrainingStep(TrainedNetwork network, TrainingProtocol protocol, int seed)
    {
        (_network, _protocol) = (network, protocol);
        Parameters = new FlatParameters(network.Module, network.Placement.Device);
        Optimizer = IOptimizer.Create(protocol.Optimizer, Parameters);
        Scaler = new LossScaler(network.Placement.NeedsLossScaling);
        using var layers = new LayerFactory(network.Placement.Device, unchecked(seed + 0x5bd1e995), network.Placement.Arithmetic);
        _adversary = network.Task.CreateAdversary(layers);
        if (_adversary is not null)
        {
            AdversaryParameters = new FlatParameters(_adversary.Network, network.Placement.Device);
            AdversaryOptimizer = IOptimizer.Create(_adversary.Optimizer, AdversaryParameters);
            _peakRatio = _adversary.Optimizer.LearningRate / protocol.Optimizer.LearningRate;
        }
    }

    /// <summary>The network's weights.</summary>
    public FlatParameters Parameters { get; }

    /// <summary>The network's optimizer.</summary>
    public IOptimizer Optimizer { get; }

    /// <summary>The factor of the loss.</summary>
    public LossScaler Scaler { get; }

    /// <summary>The adversary, its weights and optimizer, where there are such.</summary>
    public nn.Module? Adversary => _adversary?.Network;

    /// <summary>The adversary's weights.</summary>
    public FlatParameters? AdversaryParameters { get; }

    /// <summary>The adversary's optimizer.</summary>
    public IOptimizer? AdversaryOptimizer { get; }

    /// <summary>The number of the network's weights.</summary>
    public long ParameterCount => Parameters.Count;

    /// <summary>Whether batches are computed in two halves.</summary>
    public bool HalvesBatches { get; set; }

    /// <summary>Takes a step.</summary>
    /// <returns>The loss before it, a scalar.</returns>
    /// <exception cref="TrainingFailedException">Memory does not suffice even for half of the batch.</exception>
    public Tensor Take(TaskBatch batch, double learningRate)
    {
        if (!HalvesBatches)
        {
            try
            {
                return Take([(batch, 1)], learningRate);
            }
            catch (Exception exception) when (IsOutOfMemory(exception))
            {
                // Normalization needs two pictures. Gradients of what was done are dropped, and the step is taken anew.
                HalvesBatches = batch.Input.size(0) >= 4 ? true : throw OutOfMemory(batch.Input.size(0), exception);
            }
        }

        try
        {
            return Take(Halve(batch), learningRate);
        }
        catch (Exception exception) when (IsOutOfMemory(exception))
        {
            throw OutOfMemory(batch.Input.size(0) / 2, exception);
        }
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        Parameters.Dispose();
        AdversaryOptimizer?.Dispose();
        AdversaryParameters?.Dispose();
        _adversary?.Dispose();
    }

    // The same effective batch: each half's loss counts by its share of the pictures.
    private static IReadOnlyList<(TaskBatch Batch, double Share)> Halve(TaskBatch batch)
    {
        var count = batch.Input.size(0);
        var first = count / 2;
        return [(Part(0, first), (double)first / count), (Part(first, count - first), (double)(count - first) / count)];

        TaskBatch Part(long start, long length) => new(batch.Input.narrow(0, start, length), batch.Target.narrow(0, start, length));
    }

    private static TrainingFailedException OutOfMemory(long pictures, Exception exception) => new(
        $"out of memory with {pictures} pictures at a time: a smaller batch, smaller pictures or fewer base channels need less.",
        exception);

    private static bool IsOutOfMemory(Exception exception) =>
        exception is OutOfMemoryException
        || (exception is ExternalException && exception.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase))
        || (exception is ExternalException && exception.Message.Contains("can't allocate memory", StringComparison.OrdinalIgnoreCase));

    private Tensor Take(IReadOnlyList<(TaskBatch Batch, double Share)> parts, double learningRate)
    {
        using var scope = NewDisposeScope();
        Tensor? total = null;
        Parameters.Gradients.zero_();
        foreach (var (batch, share) in parts)
        {
            var output = _network.Forward(batch.Input);
            var loss = _network.Task.GetLoss(output, batch.Target, _protocol).Times(share);
            if (_adversary is not null)
            {
                loss = loss.Plus(_adversary.GetGeneratorLoss(output, batch).Times(share));
            }

            Scaler.Apply(loss).backward();
            total = total is null ? loss.detach() : total.Plus(loss.detach());
            TrainAdversary(output.detach(), batch, share, learningRate);
        }

        if (Scaler.Unscale(Parameters.Gradients))
        {
            if (_protocol.GradientLimit is { } limit)
            {
                using var noGradient = no_grad();
                Parameters.Limit(limit);
            }

            Optimizer.Step(learningRate);
        }

        return total!.MoveToOuterDisposeScope();
    }

    // With batches in halves, the adversary takes a step for each.
    private void TrainAdversary(Tensor output, TaskBatch batch, double share, double learningRate)
    {
        if (_adversary is not null)
        {
            AdversaryParameters!.Gradients.zero_();
            _adversary.GetLoss(output, batch).Times(share).backward();
            AdversaryOptimizer!.Step(learningRate * _peakRatio);
        }
    }
}
