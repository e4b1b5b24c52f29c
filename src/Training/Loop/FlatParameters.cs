using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>
/// All weights of a network in one vector, and all gradients in another; each parameter is a view of its part. An optimizer's step is
/// then a few operations whatever the number of layers, and a checkpoint is a copy of one vector.
/// </summary>
internal sealed class FlatParameters : IDisposable
{
    // 64 bytes, as a tensor of its own begins: with another alignment, matrix products round in another way, and a network that is
    // saved and loaded would not predict the same bits.
    private const long Alignment = 16;

    /// <summary>Moves the parameters of a network into one vector. The network is used as before.</summary>
    public FlatParameters(nn.Module network, Device device)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        // Scales and shifts of normalizations, and biases, come last: weights do not decay there.
        Parameter[] parameters = [.. network.parameters().OrderBy(parameter => parameter.ndim > 1 ? 0 : 1)];
        var length = parameters.Sum(parameter => Align(parameter.numel()));
        Count = parameters.Sum(parameter => parameter.numel());
        Values = Tensors.Zeros(device, length);
        Gradients = Tensors.Zeros(device, length);
        long offset = 0;
        foreach (var parameter in parameters)
        {
            var value = View(Values, offset, parameter.shape);
            value.copy_(parameter);
            parameter.set_(value);
            parameter.grad = View(Gradients, offset, parameter.shape);
            offset += Align(parameter.numel());
        }

        var decaying = parameters.Where(parameter => parameter.ndim > 1).Sum(parameter => Align(parameter.numel()));
        DecayingValues = Values.narrow(0, 0, decaying).DetachFromDisposeScope();
        DecayingGradients = Gradients.narrow(0, 0, decaying).DetachFromDisposeScope();
        Values.DetachFromDisposeScope();
        Gradients.DetachFromDisposeScope();
    }

    /// <summary>The number of weights.</summary>
    public long Count { get; }

    /// <summary>The weights, and between them zeros that stay zeros.</summary>
    public Tensor Values { get; }

    /// <summary>Their gradients; what a backward pass finds is added.</summary>
    public Tensor Gradients { get; }

    /// <summary>The weights of convolutions and linear maps, the first part of all.</summary>
    public Tensor DecayingValues { get; }

    /// <summary>Their gradients.</summary>
    public Tensor DecayingGradients { get; }

    /// <summary>Whether all weights are finite; the device is waited for.</summary>
    public bool AreFinite()
    {
        using var scope = NewDisposeScope();
        return Values.isfinite().all().item<bool>();
    }

    /// <summary>Adds to the gradients what makes weights decay.</summary>
    public void AddDecay(double decay)
    {
        if (decay > 0)
        {
            DecayingGradients.PlusInPlace(DecayingValues, decay);
        }
    }

    /// <summary>Shortens the gradient to a length, without a number leaving the device.</summary>
    public void Limit(double length)
    {
        using var scope = NewDisposeScope();
        Gradients.mul_(Gradients.norm().PlusInPlace(1e-6).reciprocal_().TimesInPlace(length).ClampInPlace(0, 1));
    }

    public void Dispose()
    {
        DecayingValues.Dispose();
        DecayingGradients.Dispose();
        Values.Dispose();
        Gradients.Dispose();
    }

    private static long Align(long count) => (count + Alignment - 1) / Alignment * Alignment;

    // Kernels lie in memory as pictures do: channels last.
    private static Tensor View(Tensor vector, long offset, long[] shape)
    {
        var part = vector.narrow(0, offset, shape.Aggregate(1L, (product, size) => product * size));
        return shape is [var output, var input, var height, var width]
            ? part.view(output, height, width, input).permute(0, 3, 1, 2)
            : part.view(shape);
    }
}
