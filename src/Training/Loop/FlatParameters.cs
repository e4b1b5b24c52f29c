using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>
/// All weights of a network in one vector, and all gradients in another; each parameter is a view of its part. An optimizer's step is
/// then a few operations whatever the number of layers, and a checkpoint is a copy of one vector.
/// </summary>
internal sealed class FlatParameters : IDisposable
{
    /// <summary>Moves the parameters of a network into one vector. The network is used as before.</summary>
    public FlatParameters(nn.Module network, Device device)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        Parameter[] parameters = [.. network.parameters()];
        var count = parameters.Sum(parameter => parameter.numel());
        Values = Tensors.Empty(device, ScalarType.Float32, count);
        Gradients = Tensors.Zeros(device, count);
        long offset = 0;
        foreach (var parameter in parameters)
        {
            var value = View(Values, offset, parameter.shape);
            value.copy_(parameter);
            parameter.set_(value);
            parameter.grad = View(Gradients, offset, parameter.shape);
            offset += parameter.numel();
        }

        Values.DetachFromDisposeScope();
        Gradients.DetachFromDisposeScope();
    }

    /// <summary>The weights.</summary>
    public Tensor Values { get; }

    /// <summary>Their gradients; what a backward pass finds is added.</summary>
    public Tensor Gradients { get; }

    public void Dispose()
    {
        Values.Dispose();
        Gradients.Dispose();
    }

    // Kernels lie in memory as pictures do: channels last.
    private static Tensor View(Tensor vector, long offset, long[] shape)
    {
        var part = vector.narrow(0, offset, shape.Aggregate(1L, (product, size) => product * size));
        return shape is [var output, var input, var height, var width]
            ? part.view(output, height, width, input).permute(0, 3, 1, 2)
            : part.view(shape);
    }
}
