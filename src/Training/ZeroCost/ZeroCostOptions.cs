using Surrogates.Training.Networks;
using TorchSharp;

namespace Surrogates.Training.ZeroCost;

/// <summary>What zero-cost proxies are computed of, and how.</summary>
public sealed record ZeroCostOptions
{
    /// <summary>The proxies. Default all that are known.</summary>
    public IReadOnlyList<IZeroCostProxy> Proxies { get; init; } = ZeroCostProxies.All;

    /// <summary>The network's size. The default takes a fraction of a second a network.</summary>
    public NetworkOptions Network { get; init; } = new();

    /// <summary>Pictures in the batch, at least 2; all of them where there are fewer. Default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The seed of the batch and of every network's weights. Default 1. The same seed gives the same numbers.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Where to compute (see <see cref="Loop.TrainingDevice.Find"/>); by default on the CPU.</summary>
    public torch.Device? Device { get; init; }

    /// <summary>Networks at a time; by default one a processor on the CPU, else one. It changes no number.</summary>
    public int? Parallelism { get; init; }

    /// <summary>Refuses what cannot be computed.</summary>
    /// <exception cref="InputException">An option is out of its range; the message names both.</exception>
    public void Validate()
    {
        Network.Validate();
        OptionRange.Require(Proxies.Count > 0, "proxies", Proxies.Count, "at least 1");
        OptionRange.Require(BatchSize is >= 2 and <= 100_000, "batch size", BatchSize, "2 to 100000");
        OptionRange.Require(Parallelism is null or >= 1, "parallelism", Parallelism, "at least 1");
    }
}
