using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>The weights of the best epoch, where a training is to end early; nothing where it is not.</summary>
internal sealed class BestWeights(TaskMetric metric, int? patience) : IDisposable
{
    private IReadOnlyList<Tensor>? _weights;
    private double _score = double.NegativeInfinity;
    private int _epochsSince;

    /// <summary>The best epoch, from 1; null where the last one counts.</summary>
    public int? Epoch { get; private set; }

    /// <summary>Whether the training has gone on for long enough without a better epoch.</summary>
    public bool IsOverdue => patience is { } epochs && _epochsSince >= epochs;

    /// <summary>Looks at an epoch that has just ended.</summary>
    public void Consider(EpochResult epoch, NetworkState state)
    {
        if (patience is null)
        {
            return;
        }

        _epochsSince++;
        if (metric.ToScore(epoch.Validation![metric.Name]) is var score && score > _score)
        {
            (_score, _epochsSince, Epoch) = (score, 0, epoch.Epoch);
            Dispose();
            _weights = state.CopyNetwork();
        }
    }

    /// <summary>Takes the best epoch's weights back.</summary>
    public void RestoreTo(NetworkState state)
    {
        if (_weights is not null)
        {
            state.RestoreNetwork(_weights);
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_score);
        writer.Write(_epochsSince);
        writer.Write(Epoch ?? 0);
        writer.Write(_weights is not null);
        foreach (var tensor in _weights ?? [])
        {
            NetworkState.WriteTensor(writer, tensor);
        }
    }

    public void Read(BinaryReader reader, NetworkState state)
    {
        _score = reader.ReadDouble();
        _epochsSince = reader.ReadInt32();
        Epoch = reader.ReadInt32() is var epoch and > 0 ? epoch : null;
        Dispose();
        _weights = reader.ReadBoolean() ? state.CopyNetwork() : null;
        foreach (var tensor in _weights ?? [])
        {
            NetworkState.ReadTensor(reader, tensor);
        }
    }

    public void Dispose()
    {
        foreach (var tensor in _weights ?? [])
        {
            tensor.Dispose();
        }

        _weights = null;
    }
}
