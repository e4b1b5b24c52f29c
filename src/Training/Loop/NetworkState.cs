using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>All that a training changes: weights, running statistics, what optimizers remember.</summary>
internal sealed class NetworkState
{
    private readonly TrainingStep _step;
    private readonly Tensor[] _buffers;
    private readonly Tensor[] _all;

    public NetworkState(nn.Module network, TrainingStep step)
    {
        _step = step;
        _buffers = [.. network.buffers()];
        _all =
        [
            step.Parameters.Values,
            .. _buffers,
            .. step.Optimizer.State,
            .. step.AdversaryParameters is { } adversary ? [adversary.Values] : Array.Empty<Tensor>(),
            .. step.Adversary?.buffers() ?? [],
            .. step.AdversaryOptimizer?.State ?? [],
        ];
    }

    /// <summary>Writes everything.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_step.Optimizer.Steps);
        writer.Write(_step.AdversaryOptimizer?.Steps ?? 0);
        writer.Write(_step.Scaler.Scale);
        writer.Write(_step.Scaler.GoodSteps);
        writer.Write(_step.HalvesBatches);
        foreach (var tensor in _all)
        {
            WriteTensor(writer, tensor);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public void Read(BinaryReader reader)
    {
        _step.Optimizer.Steps = reader.ReadInt64();
        var adversarySteps = reader.ReadInt64();
        if (_step.AdversaryOptimizer is { } optimizer)
        {
            optimizer.Steps = adversarySteps;
        }

        _step.Scaler.Restore(reader.ReadDouble(), reader.ReadInt32());
        _step.HalvesBatches = reader.ReadBoolean();
        foreach (var tensor in _all)
        {
            ReadTensor(reader, tensor);
        }
    }

    /// <summary>A copy of what a trained network consists of: weights and running statistics.</summary>
    public IReadOnlyList<Tensor> CopyNetwork()
    {
        using var noGradient = no_grad();
        return [.. Network.Select(tensor => tensor.clone().DetachFromDisposeScope())];
    }

    /// <summary>Takes a copy back.</summary>
    public void RestoreNetwork(IReadOnlyList<Tensor> copy)
    {
        using var noGradient = no_grad();
        foreach (var (tensor, saved) in Network.Zip(copy))
        {
            tensor.copy_(saved);
        }
    }

    /// <summary>Writes a tensor of 32-bit floats.</summary>
    public static void WriteTensor(BinaryWriter writer, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        writer.Write(tensor.numel());
        writer.Write(MemoryMarshal.AsBytes(tensor.detach().cpu().contiguous().data<float>().ToArray().AsSpan()));
    }

    /// <summary>Reads a tensor into one of the same size.</summary>
    /// <exception cref="InvalidDataException">The sizes differ.</exception>
    public static void ReadTensor(BinaryReader reader, Tensor tensor)
    {
        var count = reader.ReadInt64();
        if (count != tensor.numel())
        {
            throw new InvalidDataException($"{count} numbers where {tensor.numel()} belong.");
        }

        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var values = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        tensor.copy_(Tensors.Of(CPU, values, tensor.shape));
    }

    private IEnumerable<Tensor> Network => [_step.Parameters.Values, .. _buffers];
}
