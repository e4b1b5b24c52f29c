using Surrogates.Torch;
using Surrogates.Training.Loop;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Loop;

public sealed class PrecisionTests
{
    [Theory]
    [InlineData(Precision.Float32)]
    [InlineData(Precision.BFloat16)]
    [InlineData(Precision.Float16)]
    public void EveryPrecisionTrainsOnTheCpu(Precision precision)
    {
        var training = SmallTraining.Named("SGD").With(options => options with { Precision = precision })
            .With(protocol => protocol with { Epochs = 20, LabelSmoothing = 0, Augmentation = new() });
        using var network = training.Run();
        var losses = network.Training!.Epochs.Select(epoch => epoch.TrainingLoss).ToArray();
        Assert.True(losses[^1] < .9 * losses[0], $"from {losses[0]} to {losses[^1]}");

        // Weights and statistics are kept in 32 bits whatever is computed with.
        Assert.All(network.Module.parameters().Concat(network.Module.buffers()), tensor => Assert.Equal(ScalarType.Float32, tensor.dtype));
    }

    [Fact]
    public void AutoIsThirtyTwoBitsOnTheCpu()
    {
        var training = SmallTraining.Named("SGD");
        Assert.Equal(training.Result(), training.With(options => options with { Precision = Precision.Float32 }).Result());
    }

    [Fact]
    public void AGradientThatOverflowsHalvesTheFactorAndTheStepIsLeftOut()
    {
        using var scope = NewDisposeScope();
        var scaler = new LossScaler(isNeeded: true);
        Assert.Equal(65536, scaler.Scale);
        Assert.Equal(2 * 65536f, scaler.Apply(tensor(2f)).item<float>());

        Assert.False(scaler.Unscale(tensor([1f, float.PositiveInfinity])));
        Assert.Equal(32768, scaler.Scale);
        Assert.False(scaler.Unscale(tensor([1f, float.NaN])));
        Assert.Equal(16384, scaler.Scale);

        var gradients = tensor([16384f, -8192f]);
        Assert.True(scaler.Unscale(gradients));
        Assert.Equal([1f, -.5f], gradients.data<float>().ToArray());
        Assert.Equal(1, scaler.GoodSteps);
    }

    [Fact]
    public void WhereNoFactorHelpsTheTrainingFailsInWords()
    {
        using var scope = NewDisposeScope();
        var scaler = new LossScaler(isNeeded: true);
        var failure = Assert.Throws<TrainingFailedException>(() =>
        {
            for (var step = 0; step < 100; step++)
            {
                scaler.Unscale(tensor([float.PositiveInfinity]));
            }
        });
        Assert.Contains("bf16 or fp32", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFactorDoublesAfterManyGoodSteps()
    {
        using var scope = NewDisposeScope();
        var scaler = new LossScaler(isNeeded: true);
        scaler.Restore(scale: 4, goodSteps: 1998);
        Assert.True(scaler.Unscale(tensor([1f])));
        Assert.Equal(4, scaler.Scale);
        Assert.True(scaler.Unscale(tensor([1f])));
        Assert.Equal(8, scaler.Scale);
        Assert.Equal(0, scaler.GoodSteps);
    }

    [Fact]
    public void OtherPrecisionsAreNotScaled()
    {
        using var scope = NewDisposeScope();
        var scaler = new LossScaler(isNeeded: false);
        Assert.Equal(2f, scaler.Apply(tensor(2f)).item<float>());
        Assert.True(scaler.Unscale(tensor([float.NaN])));
        Assert.Equal(1, scaler.Scale);
    }

    // A gradient beyond 65504 · 2⁻¹⁶ overflows at first: steps are left out until the factor suits, and then it trains.
    [Fact]
    public void ALossWhoseGradientsOverflowAtFirstTrains()
    {
        var inner = SmallTraining.Named("16-bit floats").With(protocol => protocol with { Epochs = 20, Augmentation = new() });
        var training = inner with
        {
            Task = new UserTask(inner.Task, (output, target) => inner.Task.GetLoss(output, target, inner.Options.Protocol!).Times(1000)),
        };
        using var network = training.Run();
        var losses = network.Training!.Epochs.Select(epoch => epoch.TrainingLoss).ToArray();
        Assert.True(losses[^1] < .9 * losses[0], $"from {losses[0]} to {losses[^1]}");
    }
}
