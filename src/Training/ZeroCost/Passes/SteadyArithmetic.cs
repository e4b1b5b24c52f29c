using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.ZeroCost.Passes;

/// <summary>32-bit arithmetic that normalizes by the batch and leaves running statistics as they are.</summary>
internal class SteadyArithmetic() : LayerArithmetic(ScalarType.Float32)
{
    public override Tensor Normalize(
        Tensor input, Tensor mean, Tensor variance, Tensor weight, Tensor bias, bool training, double momentum, double epsilon) =>
        base.Normalize(input, mean, variance, weight, bias, training, momentum: 0, epsilon);
}
