using static TorchSharp.torch;

namespace Surrogates.Torch;

/// <summary>
/// The one place where tensors are made: each names its device. Elsewhere in this project and in Surrogates.Training the build refuses the
/// functions of TorchSharp that make one on the default device (<c>eng/BannedSymbols.txt</c>).
/// </summary>
/// <remarks>Random values are drawn on the CPU and then moved, so that a seed gives the same ones on every device.</remarks>
#pragma warning disable RS0030 // Here they are allowed.
internal static class Tensors
{
    /// <summary>A generator of random numbers of its own, on the CPU.</summary>
    public static Generator CreateGenerator(ulong seed) => new(seed, CPU);

    public static Tensor Empty(Device device, ScalarType type, params long[] shape) => empty(shape, type, device);

    public static Tensor Zeros(Device device, params long[] shape) => zeros(shape, ScalarType.Float32, device);

    public static Tensor Ones(Device device, params long[] shape) => ones(shape, ScalarType.Float32, device);

    public static Tensor Normal(Device device, Generator generator, double deviation, params long[] shape)
    {
        using var scope = NewDisposeScope();
        return empty(shape, ScalarType.Float32, CPU).normal_(0, deviation, generator).to(device).MoveToOuterDisposeScope();
    }

    public static Tensor Uniform(Device device, Generator generator, double low, double high, params long[] shape)
    {
        using var scope = NewDisposeScope();
        return empty(shape, ScalarType.Float32, CPU).uniform_(low, high, generator).to(device).MoveToOuterDisposeScope();
    }

    public static Tensor Of(Device device, ReadOnlySpan<float> values, params long[] shape)
    {
        using var scope = NewDisposeScope();
        return tensor(values.ToArray(), shape, ScalarType.Float32, CPU).to(device).MoveToOuterDisposeScope();
    }

    public static Tensor Of(Device device, ReadOnlySpan<long> values, params long[] shape)
    {
        using var scope = NewDisposeScope();
        return tensor(values.ToArray(), shape, ScalarType.Int64, CPU).to(device).MoveToOuterDisposeScope();
    }

    public static Tensor Of(Device device, ReadOnlySpan<byte> values, params long[] shape)
    {
        using var scope = NewDisposeScope();
        return tensor(values.ToArray(), shape, ScalarType.Byte, CPU).to(device).MoveToOuterDisposeScope();
    }
}
#pragma warning restore RS0030
