using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Layers;

/// <summary>max(0, x), as a layer of its own so that what looks at activations finds it.</summary>
public sealed class Rectification : nn.Module<Tensor, Tensor>
{
    private readonly LayerArithmetic _arithmetic;

    internal Rectification(LayerArithmetic arithmetic)
        : base(nameof(Rectification)) => _arithmetic = arithmetic;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _arithmetic.Rectify(input);
}
