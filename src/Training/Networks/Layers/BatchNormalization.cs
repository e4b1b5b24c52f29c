using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Surrogates.Training.Networks.Layers;

/// <summary>Batch normalization over channels (<see cref="LayerFactory.BatchNormalization"/>).</summary>
/// <remarks>Ioffe, Szegedy: "Batch Normalization", ICML 2015. Running statistics move by a tenth a batch; epsilon is 10⁻⁵.</remarks>
public sealed class BatchNormalization : nn.Module<Tensor, Tensor>
{
    private const double Momentum = .1;
    private const double Epsilon = 1e-5;

    private readonly Tensor _mean;
    private readonly Tensor _variance;
    private readonly LayerArithmetic _arithmetic;

    internal BatchNormalization(Tensor weight, Tensor bias, Tensor mean, Tensor variance, LayerArithmetic arithmetic)
        : base(nameof(BatchNormalization))
    {
        Weight = new Parameter(weight);
        Bias = new Parameter(bias);
        register_parameter("weight", Weight);
        register_parameter("bias", Bias);
        register_buffer("running_mean", mean);
        register_buffer("running_var", variance);
        (_mean, _variance) = (mean, variance);
        _arithmetic = arithmetic;
    }

    /// <summary>The scale of each channel.</summary>
    public Parameter Weight { get; }

    /// <summary>The shift of each channel.</summary>
    public Parameter Bias { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        _arithmetic.Normalize(input, _mean, _variance, Weight, Bias, training, Momentum, Epsilon);
}
