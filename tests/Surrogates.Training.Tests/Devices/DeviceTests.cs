using Surrogates.Architectures;
using Surrogates.Training.Loop;
using Surrogates.Training.Models;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;
using TorchSharp;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Devices;

/// <summary>
/// Proof without a GPU that a step runs on the device of the training alone. On the meta device, an operation with an operand on the CPU
/// throws, and so does reading a number back.
/// </summary>
/// <remarks>
/// Not covered: the four operations that <see cref="MetaArithmetic"/> replaces (each a single call with the layer's own tensors, which
/// the replacement touches too), the copy through pinned memory, and the loss scaling of 16-bit floats, which has to read a number.
/// </remarks>
public sealed class DeviceTests
{
    private static readonly Device Meta = new(DeviceType.META);

    private static readonly (ISearchSpace Space, string Architecture)[] Networks =
    [
        (SearchSpaces.Micro, "64-41414-0_12_301"),
        (SearchSpaces.Micro, "64-41414-3_21_213"),
        (SearchSpaces.Micro, "64-41414-0_00_000"),
        (SearchSpaces.Macro, "64-1234-basic"),
        (SearchSpaces.NasBench201, "|nor_conv_3x3~0|+|avg_pool_3x3~0|nor_conv_1x1~1|+|skip_connect~0|none~1|nor_conv_3x3~2|"),
        (TestSpaces.Cell, TestSpaces.Mixed),
    ];

    public static TheoryData<string> Names => TaskCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void AStepTouchesItsDeviceAlone(string name)
    {
        foreach (var (space, text) in Networks)
        {
            foreach (var type in new[] { Precision.Float32, Precision.BFloat16 })
            {
                var (task, data) = TaskCases.Create(name, count: 4, height: 30, width: 28);
                using var scope = NewDisposeScope();
                using var network = Create(task, space.Parse(text), type);
                var pixels = new BatchLoader(TestImages.All(data), new Augmentation(), 4, seed: 0).Evaluate().Single();
                var jitter = new Augmentation { Brightness = .1, Contrast = .1, Saturation = .1, Hue = .1 };
                foreach (var optimizer in new OptimizerOptions[]
                {
                    new SgdOptions { LearningRate = .1, WeightDecay = 1e-4 }, new AdamOptions { LearningRate = .1, WeightDecay = 1e-4 },
                })
                {
                    var protocol = task.GetProtocol(TrainingPreset.Small) with { Optimizer = optimizer };
                    using var step = new TrainingStep(network, protocol, seed: 1);
                    using var losses = new LossLog(network.Placement, steps: 2, epoch: 0);
                    network.Module.train();
                    var batch = network.CreateBatch(pixels, data.Labels, jitter);
                    Assert.Equal(DeviceType.META, batch.Input.device_type);
                    Assert.Equal(DeviceType.META, batch.Target.device_type);
                    step.HalvesBatches = optimizer is SgdOptions;
                    var loss = step.Take(batch, learningRate: .1);
                    Assert.Equal(DeviceType.META, loss.device_type);
                    Assert.Equal(0, loss.dim());

                    // The one place of a step where a number is read back.
                    Assert.ThrowsAny<Exception>(() => losses.Add(loss));
                }

                network.Module.eval();
                using var noGradient = no_grad();
                var evaluated = network.CreateBatch(pixels, data.Labels, augmentation: null);
                var output = network.Forward(evaluated.Input);
                Assert.Equal(DeviceType.META, task.GetStatistics(output, evaluated.Target).device_type);
                Assert.Equal(DeviceType.META, task.GetPrediction(output).device_type);
            }
        }
    }

    [Fact]
    public void EvaluationAndCopiesStayOnTheDeviceUntilTheyAreRead()
    {
        var (task, data) = TaskCases.Create("classification", count: 4, height: 28);
        using var network = Create(task, SearchSpaces.Micro.Parse("64-41414-3_21_213"), Precision.Float32);
        using var step = new TrainingStep(network, task.GetProtocol(TrainingPreset.Small), seed: 1);
        var state = new NetworkState(network.Module, step);
        var copy = state.CopyNetwork();
        Assert.All(copy, tensor => Assert.Equal(DeviceType.META, tensor.device_type));
        state.RestoreNetwork(copy);
        Assert.ThrowsAny<Exception>(() => network.Evaluate(TestImages.All(data)));
    }

    [Fact]
    public void ATensorOnTheWrongDeviceIsFound()
    {
        var (task, data) = TaskCases.Create("regression", count: 4, height: 28);
        using var scope = NewDisposeScope();
        using var network = Create(task, SearchSpaces.Micro.Parse("64-41414-3_21_213"), Precision.Float32);
        using var step = new TrainingStep(network, task.GetProtocol(TrainingPreset.Small), seed: 1);
        var pixels = new BatchLoader(TestImages.All(data), new Augmentation(), 4, seed: 0).Evaluate().Single();
        var batch = network.CreateBatch(pixels, data.Labels, augmentation: null);
        Assert.ThrowsAny<Exception>(() => step.Take(batch with { Target = zeros(4, 3, device: CPU) }, learningRate: .1));
        Assert.ThrowsAny<Exception>(() => step.Take(batch with { Input = zeros(4, 3, 28, 28, device: CPU) }, learningRate: .1));
        Assert.ThrowsAny<Exception>(() => task.GetStatistics(batch.Target, zeros(4, 3, device: CPU)));
    }

    [Fact]
    public void ANumberOfTheDeviceCannotBeReadUnseen()
    {
        using var scope = NewDisposeScope();
        var number = zeros(1, device: Meta);
        Assert.ThrowsAny<Exception>(() => number.item<float>());
        Assert.ThrowsAny<Exception>(() => number.cpu());
        Assert.ThrowsAny<Exception>(() => number.data<float>().ToArray());
    }

    private static TrainedNetwork Create(ITrainingTask task, Architecture architecture, Precision precision)
    {
        var placement = new ComputePlacement(Meta, precision);
        placement = new ComputePlacement(Meta, precision) { Arithmetic = new MetaArithmetic(placement.Type) };
        var definition = new NetworkDefinition(architecture, task, new NetworkOptions { BaseChannels = 4 }, 28, 28);
        return TrainedNetwork.Create(definition, placement, seed: 1);
    }
}
