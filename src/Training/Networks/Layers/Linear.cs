using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Layers;

/// <summary>A linear map with bias (<see cref="LayerFactory.Linear"/>).</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    private readonly LayerArithmetic _arithmetic;

    internal Linear(Tensor weight, Tensor bias, LayerArithmetic arithmetic)
        : base(nameof(Linear))
    {
        Weight = new Parameter(weight);
        Bias = new Parameter(bias);
        register_parameter("weight", Weight);
        register_parameter("bias", Bias);
        _arithmetic = arithmetic;
    }

    /// <summary>Outputs × inputs.</summary>
    public Parameter Weight { get; }

    /// <summary>One number an output.</summary>
    public Parameter Bias { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _arithmetic.Map(input, Weight, Bias);
}
