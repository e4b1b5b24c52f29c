using Surrogates.Training.Loop;
using Surrogates.Training.Networks.Layers;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;
using Parameter = TorchSharp.Modules.Parameter;

namespace Surrogates.Training.Tests.Loop;

/// <summary>Beside TorchSharp's own optimizers, with decay for the weights of convolutions and linear maps alone.</summary>
public sealed class OptimizerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(.01)]
    public void NesterovEqualsTorchSharp(double decay) => Compare(
        new SgdOptions { Momentum = .9, WeightDecay = decay },
        (parameters, decays) => optim.SGD(parameters, .1, momentum: .9, weight_decay: decays ? decay : 0, nesterov: true));

    [Theory]
    [InlineData(0)]
    [InlineData(.01)]
    public void AdamEqualsTorchSharp(double decay) => Compare(
        new AdamOptions { Beta1 = .5, WeightDecay = decay },
        (parameters, decays) => optim.Adam(parameters, .1, beta1: .5, weight_decay: decays ? decay : 0));

    private static void Compare(OptimizerOptions options, Func<IEnumerable<Parameter>, bool, optim.Optimizer> create)
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(CPU, seed: 1);
        var generator = new Generator(3);
        var network = nn.Sequential(layers.Convolution(2, 3, kernel: 3), layers.BatchNormalization(3), layers.Linear(4, 5));
        Parameter[] expected = [.. network.parameters().Select(parameter => new Parameter(parameter.detach().clone()))];
        using var flat = new FlatParameters(network, CPU);
        using var optimizer = IOptimizer.Create(options, flat);
        using var decaying = create(expected.Where(parameter => parameter.ndim > 1), true);
        using var constant = create(expected.Where(parameter => parameter.ndim == 1), false);
        for (var step = 0; step < 20; step++)
        {
            foreach (var (parameter, other) in network.parameters().Zip(expected))
            {
                var gradient = randn(parameter.shape, generator: generator);
                parameter.grad!.copy_(gradient);
                other.grad = gradient;
            }

            optimizer.Step(.1);
            decaying.step();
            constant.step();
        }

        Assert.All(network.parameters().Zip(expected), pair =>
        {
            var largest = Math.Max(1, pair.Second.abs().max().item<float>());
            Assert.InRange((pair.First - pair.Second).abs().max().item<float>(), 0, 1e-6 * largest);
        });
        Assert.Equal(20, optimizer.Steps);
    }

    [Theory]
    [InlineData(.5, .5)]
    [InlineData(100, 10)]
    public void ALongGradientIsShortenedAndAShortOneKept(double limit, double length)
    {
        using var scope = NewDisposeScope();
        using var layers = new LayerFactory(CPU, seed: 1);
        using var flat = new FlatParameters(layers.Linear(24, 4), CPU);
        flat.Gradients.fill_(10 / Math.Sqrt(flat.Gradients.numel()));
        flat.Limit(limit);
        Assert.Equal(length, flat.Gradients.norm().item<float>(), 1e-4);
    }
}
