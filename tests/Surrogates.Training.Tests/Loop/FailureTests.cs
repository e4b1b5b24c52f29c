using System.Runtime.InteropServices;
using Surrogates.Torch;
using Surrogates.Training.Loop;
using Surrogates.Training.Networks.Layers;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Loop;

/// <summary>Losses that are not finite, and memory that does not suffice.</summary>
public sealed class FailureTests
{
    private int _steps;

    public static TheoryData<string> Shortages => ["managed", "CUDA", "CPU"];

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void ALossThatIsNotFiniteIsToldWithItsStepAndEpoch(double value, string word)
    {
        // Two steps an epoch: the third is the second epoch's first.
        var training = WithLoss(loss => ++_steps == 3 ? loss * value : loss);
        var message = Assert.Throws<TrainingFailedException>(() => training.Run()).Message;
        Assert.StartsWith($"the loss is {word} at step 1 of epoch 2: the training has diverged", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    public void AnAbsurdLearningRateDiverges(string name)
    {
        var training = SmallTraining.Named(name).With(protocol => protocol with
        {
            Optimizer = protocol.Optimizer with { LearningRate = 1e30 },
            GradientLimit = null,
            WarmUpEpochs = 0,
        });
        var message = Assert.Throws<TrainingFailedException>(() => training.Run()).Message;
        Assert.Contains("diverged", message, StringComparison.Ordinal);
        Assert.Contains("epoch", message, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsThatTheVeryLastStepSpoiltAreNotHandedOver()
    {
        // The loss is finite, the gradient of the root at 0 is not.
        var inner = SmallTraining.Of("classification").With(protocol => protocol with { Epochs = 1, BatchSize = 16 });
        var training = inner with
        {
            Task = new UserTask(
                inner.Task,
                (output, target) => inner.Task.GetLoss(output, target, inner.Options.Protocol!).Plus(output.Times(0).sqrt().sum())),
        };
        Assert.Contains("not finite", Assert.Throws<TrainingFailedException>(() => training.Run()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAUsersTaskThrowsComesThrough()
    {
        var training = WithLoss(_ => throw new NotSupportedException("of the user"));
        Assert.Equal("of the user", Assert.Throws<NotSupportedException>(() => training.Run()).Message);
    }

    [Theory]
    [MemberData(nameof(Shortages))]
    public void WhereMemoryDoesNotSufficeBatchesAreHalvedAndTheTrainingGoesOn(string shortage)
    {
        var shortages = 0;
        var training = Limited(SmallTraining.Of("classification"), most: 4, () =>
        {
            shortages++;
            return OutOfMemory(shortage);
        });
        using var network = training.Run();
        Assert.True(network.Training!.HalvedBatches);
        Assert.Equal(8, network.Training.BatchSize);
        Assert.Equal(4, network.Training.Epochs.Count);
        Assert.Equal(1, shortages);

        // What is known is known to a resumed training and to a second one alike: halves are halves.
        using var again = Limited(SmallTraining.Of("classification"), most: 4, () => OutOfMemory(shortage)).Run();
        Assert.Equal(SmallTraining.Describe(network), SmallTraining.Describe(again));
    }

    [Fact]
    public void HalvedBatchesTakeTheSameSteps()
    {
        // Without batch normalization, a batch's gradient is the mean of its halves'. An odd batch has unequal ones.
        var inner = SmallTraining.Of("classification").With(protocol => protocol with { BatchSize = 5 });
        var linear = inner with { Task = new UserTask(inner.Task, network: Linear) };
        var whole = Losses(linear);
        var halved = Losses(Limited(linear, most: 3, () => OutOfMemory("CUDA")));
        Assert.Equal(whole.Length, halved.Length);
        Assert.All(whole.Zip(halved), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.True(whole[^1] < whole[0]);

        static double[] Losses(SmallTraining training)
        {
            using var network = training.Run();
            return [.. network.Training!.Epochs.Select(epoch => epoch.TrainingLoss)];
        }
    }

    [Fact]
    public void WithAnAdversaryBatchesAreHalvedToo()
    {
        using var network = Limited(SmallTraining.Named("adversary"), most: 4, () => OutOfMemory("CUDA")).Run();
        Assert.True(network.Training!.HalvedBatches);
        Assert.All(network.Training.Epochs, epoch => Assert.True(double.IsFinite(epoch.TrainingLoss)));
    }

    [Theory]
    [InlineData(8, "4 pictures")]
    [InlineData(5, "2 pictures")]
    [InlineData(2, "2 pictures")]
    public void WhereMemoryNeverSufficesTheTrainingFailsInALine(int batch, string part)
    {
        var small = SmallTraining.Of("classification").With(protocol => protocol with { BatchSize = batch });
        var training = Limited(small, most: 0, () => OutOfMemory("CUDA"));
        var message = Assert.Throws<TrainingFailedException>(() => training.Run()).Message;
        Assert.StartsWith("out of memory", message, StringComparison.Ordinal);
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.Contains("smaller pictures", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static Exception OutOfMemory(string kind) => kind switch
    {
        "managed" => new OutOfMemoryException(),
        "CUDA" => new ExternalException("CUDA out of memory. Tried to allocate 2.00 GiB.\nMore of it."),
        _ => new ExternalException("DefaultCPUAllocator: can't allocate memory: you tried to allocate 99 bytes."),
    };

    private static SmallTraining Limited(SmallTraining training, int most, Func<Exception> shortage) => training with
    {
        Task = new UserTask(
            training.Task,
            (output, target) => output.size(0) > most
                ? throw shortage()
                : training.Task.GetLoss(output, target, training.Options.Protocol!),
            network: (training.Task as UserTask)?.Network),
    };

    private static nn.Module<Tensor, Tensor> Linear(LayerFactory layers) =>
        nn.Sequential(("flat", nn.Flatten()), ("linear", layers.Linear(3 * 12 * 12, 3)));

    private static SmallTraining WithLoss(Func<Tensor, Tensor> change)
    {
        var training = SmallTraining.Of("classification");
        return training with
        {
            Task = new UserTask(
                training.Task, (output, target) => change(training.Task.GetLoss(output, target, training.Options.Protocol!))),
        };
    }
}
