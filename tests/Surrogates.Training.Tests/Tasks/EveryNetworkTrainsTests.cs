using Surrogates.Architectures;
using Surrogates.Training.Loop;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Tests.Tasks;

/// <summary>Every task with networks of every space, of cells that are connected and that are not, in both precisions.</summary>
public sealed class EveryNetworkTrainsTests
{
    private static readonly (ISearchSpace Space, string Architecture)[] Networks =
    [
        (SearchSpaces.Micro, "64-41414-3_12_231"),
        (SearchSpaces.Micro, "64-41414-0_00_000"),
        (SearchSpaces.Micro, "64-41414-1_00_100"),
        (SearchSpaces.Macro, "64-4441-basic"),
        (SearchSpaces.Macro, "64-33342-basic"),
        (SearchSpaces.NasBench201, "|nor_conv_3x3~0|+|avg_pool_3x3~0|nor_conv_1x1~1|+|skip_connect~0|none~1|nor_conv_3x3~2|"),
        (SearchSpaces.NasBench201, "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|"),
        (TestSpaces.Cell, TestSpaces.Mixed),
    ];

    public static TheoryData<string> Names => TaskCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Trains(string name)
    {
        foreach (var (space, text) in Networks)
        {
            // 28: on the last stages of the TransNAS networks a single pixel is left.
            foreach (var (height, width) in new[] { (28, 28), (17, 30) })
            {
                foreach (var precision in new[] { Precision.Float32, Precision.BFloat16 })
                {
                    var (task, data) = TaskCases.Create(name, count: 8, height, width);
                    var protocol = task.GetProtocol(TrainingPreset.Small);
                    using var network = NetworkTrainer.Train(
                        space.Parse(text), task, TestImages.All(data), TestImages.All(data), new TrainingOptions
                        {
                            Network = new NetworkOptions { BaseChannels = 4 },
                            Protocol = protocol with
                            {
                                Optimizer = protocol.Optimizer with { LearningRate = .001 },
                                Epochs = 1,
                                BatchSize = 4,
                            },
                            Precision = precision,
                        });

                    // Two steps do not settle the running statistics: values may be large, but are never undefined.
                    var epoch = Assert.Single(network.Training!.Epochs);
                    Assert.True(double.IsFinite(epoch.TrainingLoss), text);
                    Assert.All(epoch.Validation!.Values, value => Assert.False(double.IsNaN(value), text));
                }
            }
        }
    }
}
