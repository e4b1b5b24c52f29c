using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>Adam, as PyTorch computes it: weight decay is added to the gradient.</summary>
internal sealed class AdamOptimizer : IOptimizer
{
    private readonly AdamOptions _options;
    private readonly FlatParameters _parameters;
    private readonly Tensor _mean;
    private readonly Tensor _square;

    public AdamOptimizer(AdamOptions options, FlatParameters parameters)
    {
        _options = options;
        _parameters = parameters;
        _mean = Tensors.Zeros(parameters.Values.device, parameters.Values.numel()).DetachFromDisposeScope();
        _square = Tensors.Zeros(parameters.Values.device, parameters.Values.numel()).DetachFromDisposeScope();
    }

    public long Steps { get; set; }

    public IReadOnlyList<Tensor> State => [_mean, _square];

    public void Step(double learningRate)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var gradients = _parameters.Gradients;
        _parameters.AddDecay(_options.WeightDecay);

        Steps++;
        _mean.TimesInPlace(_options.Beta1).PlusInPlace(gradients, 1 - _options.Beta1);
        _square.TimesInPlace(_options.Beta2).PlusProductInPlace(gradients, gradients, 1 - _options.Beta2);
        var rate = learningRate / (1 - Math.Pow(_options.Beta1, Steps));
        var correction = Math.Sqrt(1 - Math.Pow(_options.Beta2, Steps));
        var deviation = _square.sqrt().DividedInPlace(correction).PlusInPlace(_options.Epsilon);
        _parameters.Values.PlusQuotientInPlace(_mean, deviation, -rate);
    }

    public void Dispose()
    {
        _mean.Dispose();
        _square.Dispose();
    }
}
