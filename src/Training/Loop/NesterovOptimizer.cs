using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>Stochastic gradient descent with Nesterov momentum, as PyTorch computes it.</summary>
internal sealed class NesterovOptimizer : IOptimizer
{
    private readonly SgdOptions _options;
    private readonly FlatParameters _parameters;
    private readonly Tensor _velocity;

    public NesterovOptimizer(SgdOptions options, FlatParameters parameters)
    {
        _options = options;
        _parameters = parameters;
        _velocity = Tensors.Zeros(parameters.Values.device, parameters.Values.numel()).DetachFromDisposeScope();
    }

    public long Steps { get; set; }

    public IReadOnlyList<Tensor> State => [_velocity];

    public void Step(double learningRate)
    {
        using var noGradient = no_grad();
        var gradients = _parameters.Gradients;
        _parameters.AddDecay(_options.WeightDecay);

        _velocity.TimesInPlace(_options.Momentum).PlusInPlace(gradients);
        _parameters.Values.PlusInPlace(gradients, -learningRate).PlusInPlace(_velocity, -learningRate * _options.Momentum);
        Steps++;
    }

    public void Dispose() => _velocity.Dispose();
}
