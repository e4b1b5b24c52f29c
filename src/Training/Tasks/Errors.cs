using static TorchSharp.torch;

namespace Surrogates.Training.Tasks;

/// <summary>Errors of outputs.</summary>
internal static class Errors
{
    /// <summary>
    /// The absolute value. Unlike <see cref="Tensor.abs()"/> it exists on the meta device, on which tests find stray tensors.
    /// </summary>
    public static Tensor Absolute(Tensor error)
    {
        using var scope = NewDisposeScope();
        return error.mul(error.detach().sign()).MoveToOuterDisposeScope();
    }
}
