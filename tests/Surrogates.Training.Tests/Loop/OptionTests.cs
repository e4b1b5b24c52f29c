using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Tests.Loop;

/// <summary>What cannot be trained with is refused in a line before anything is done.</summary>
public sealed class OptionTests
{
    private static readonly Dictionary<string, Func<SmallTraining, SmallTraining>> Wrong = new()
    {
        ["epochs: 0"] = training => training.With(protocol => protocol with { Epochs = 0 }),
        ["batch: 1"] = training => training.With(protocol => protocol with { BatchSize = 1 }),
        ["warm-up epochs: -1"] = training => training.With(protocol => protocol with { WarmUpEpochs = -1 }),
        ["gradient limit: 0"] = training => training.With(protocol => protocol with { GradientLimit = 0 }),
        ["gradient limit: NaN"] = training => training.With(protocol => protocol with { GradientLimit = double.NaN }),
        ["label smoothing: 1"] = training => training.With(protocol => protocol with { LabelSmoothing = 1 }),
        ["learning rate: 0"] = training => Optimized(training, new SgdOptions()),
        ["learning rate: NaN"] = training => Optimized(training, new SgdOptions { LearningRate = double.NaN }),
        ["learning rate: Infinity"] = training => Optimized(training, new AdamOptions { LearningRate = double.PositiveInfinity }),
        ["weight decay: -1"] = training => Optimized(training, new SgdOptions { LearningRate = 1, WeightDecay = -1 }),
        ["momentum: 1"] = training => Optimized(training, new SgdOptions { LearningRate = 1, Momentum = 1 }),
        ["beta1: 2"] = training => Optimized(training, new AdamOptions { LearningRate = 1, Beta1 = 2 }),
        ["beta2: 1"] = training => Optimized(training, new AdamOptions { LearningRate = 1, Beta2 = 1 }),
        ["epsilon: 0"] = training => Optimized(training, new AdamOptions { LearningRate = 1, Epsilon = 0 }),
        ["shift: 2"] = training => training.With(protocol => protocol with { Augmentation = new() { Shift = 2 } }),
        ["hue: -1"] = training => training.With(protocol => protocol with { Augmentation = new() { Hue = -1 } }),
        ["patience: 0"] = training => training.With(options => options with { Patience = 0 }),
        ["time: 00:00:00"] = training => training.With(options => options with { TimeBudget = TimeSpan.Zero }),
        ["base channels: 3"] = training => training.With(options => options with { Network = new() { BaseChannels = 3 } }),
        ["modules: 6"] = training => training.With(options => options with { Network = new() { Modules = 6 } }),
        ["device 'gpu'"] = training => training.With(options => options with { Device = TrainingDevice.Find("gpu") }),
    };

    public static TheoryData<string> Names => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsOutOfRangeIsRefused(string name)
    {
        var training = SmallTraining.Named("SGD");
        var message = Assert.Throws<InputException>(() => Wrong[name](training).Run(_ => Assert.Fail("A step was taken."))).Message;
        Assert.StartsWith(name, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void OnePictureIsTooFew()
    {
        var training = SmallTraining.Named("SGD");
        var one = new ImageSubset(training.Data, [0]);
        var message = Assert.Throws<InputException>(() => NetworkTrainer.Train(SmallTraining.Architecture, training.Task, one)).Message;
        Assert.Equal("squares: 1 pictures to train on; at least 2 are needed.", message);
    }

    [Fact]
    public void PatienceNeedsValidationPictures()
    {
        var training = SmallTraining.Named("patience");
        var message = Assert.Throws<InputException>(
            () => NetworkTrainer.Train(SmallTraining.Architecture, training.Task, training.Training, options: training.Options)).Message;
        Assert.Contains("validation pictures", message, StringComparison.Ordinal);
    }

    private static SmallTraining Optimized(SmallTraining training, OptimizerOptions optimizer) =>
        training.With(protocol => protocol with { Optimizer = optimizer });
}
