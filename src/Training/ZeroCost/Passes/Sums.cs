using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Passes;

/// <summary>Sums over the tensors of a network, in 64 bits and with one look at the device.</summary>
internal static class Sums
{
    /// <summary>The sum of all numbers of all tensors.</summary>
    public static double Of(IEnumerable<Tensor> tensors)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        Tensor[] sums = [.. tensors.Select(tensor => tensor.sum(ScalarType.Float64))];
        return sums.Length == 0 ? 0 : stack(sums).sum().cpu().item<double>();
    }

    /// <summary>The sum of the tensors' Euclidean norms.</summary>
    public static double OfNorms(IEnumerable<Tensor> tensors) => Of(tensors.Select(tensor => tensor.to(ScalarType.Float64).Squared().sum().sqrt()));
}
