namespace Surrogates.Architectures.TransNas;

/// <summary>
/// Counts what a backbone of TransNAS-Bench-101 costs, with a linear head of 63 outputs on a 256×256 image: the numbers that the
/// benchmark's tables give as parameters and FLOPs.
/// </summary>
/// <remarks>
/// Parameters: convolutions without bias, two a channel for batch normalization, the head with bias. FLOPs: the
/// convolutions' multiply-adds + 2 × elements of batch normalization + elements of ReLU + for the head, (r + 1)² a channel of
/// an r×r map for the average pool and the linear layer's multiply-adds.
/// </remarks>
internal sealed class TransNasNetworkCost
{
    private const int HeadOutputs = 63;

    private long _parameters;
    private long _multiplyAdds;
    private long _normalized;
    private long _activated;
    private long _channels = 64;
    private long _resolution = 64;

    public TransNasNetworkCost()
    {
        // The stem: 3×3 stride 2 to half the channels, then ReLU and 3×3 stride 2 to all of them.
        Convolve(3, _channels / 2, kernel: 3, resolution: 128);
        _activated += _channels / 2 * 128 * 128;
        Convolve(_channels / 2, _channels, kernel: 3, resolution: 64);
    }

    /// <summary>A module of two cells of the micro space.</summary>
    public void AddCellModule(char module, ReadOnlySpan<byte> operations, IReadOnlyList<(int From, int To)> edges)
    {
        for (var cell = 0; cell < 2; cell++)
        {
            var (inputChannels, inputResolution) = (_channels, _resolution);
            ApplyShape(cell == 0 ? module : '1');
            for (var edge = 0; edge < operations.Length; edge++)
            {
                // Only an edge that leaves the cell's input changes the shape.
                var (channels, resolution) = edges[edge].From == 0 ? (inputChannels, inputResolution) : (_channels, _resolution);
                var changesShape = channels != _channels || resolution != _resolution;
                var kernel = operations[edge] switch { 1 => changesShape ? 1 : 0, 2 => 1, 3 => 3, _ => 0 };
                if (kernel > 0)
                {
                    // A skip that changes the shape is two 1×1 convolutions to half the channels each: as many weights as one to all.
                    _activated += channels * resolution * resolution;
                    Convolve(channels, _channels, kernel, _resolution);
                }
            }
        }
    }

    /// <summary>A module of two residual blocks of the macro space.</summary>
    public void AddResidualModule(char module)
    {
        for (var block = 0; block < 2; block++)
        {
            var (inputChannels, inputResolution) = (_channels, _resolution);
            ApplyShape(block == 0 ? module : '1');
            _activated += inputChannels * inputResolution * inputResolution;
            Convolve(inputChannels, _channels, kernel: 3, _resolution);
            _activated += _channels * _resolution * _resolution;
            Convolve(_channels, _channels, kernel: 3, _resolution);
            if (inputChannels != _channels || inputResolution != _resolution)
            {
                Convolve(inputChannels, _channels, kernel: 1, _resolution);
            }
        }
    }

    public ArchitectureCost Total()
    {
        var head = _channels * HeadOutputs;
        var pool = _channels * (_resolution + 1) * (_resolution + 1);
        var multiplyAdds = _multiplyAdds + head;
        return new ArchitectureCost(
            _parameters + head + HeadOutputs,
            multiplyAdds,
            multiplyAdds + (2 * _normalized) + _activated + pool);
    }

    private void ApplyShape(char module)
    {
        _channels *= module is '2' or '4' ? 2 : 1;
        _resolution /= module is '3' or '4' ? 2 : 1;
    }

    private void Convolve(long inputChannels, long outputChannels, int kernel, long resolution)
    {
        var weights = inputChannels * outputChannels * kernel * kernel;
        _parameters += weights + (2 * outputChannels);
        _multiplyAdds += weights * resolution * resolution;
        _normalized += outputChannels * resolution * resolution;
    }
}
