using Microsoft.ML;
using Surrogates.Graphs;

namespace Surrogates.Tests.Graphs;

public class ArchitectureGraphOptionsTests
{
    /// <summary>Settings just outside of their ranges, with the name of the property.</summary>
    public static TheoryData<string, ArchitectureGraphOptions> OutOfRange => new()
    {
        { nameof(ArchitectureGraphOptions.Convolution), new() { Convolution = (GraphConvolution)4 } },
        { nameof(ArchitectureGraphOptions.Convolution), new() { Convolution = (GraphConvolution)(-1) } },
        { nameof(ArchitectureGraphOptions.Loss), new() { Loss = (RankingLoss)3 } },
        { nameof(ArchitectureGraphOptions.HiddenSize), new() { HiddenSize = 0 } },
        { nameof(ArchitectureGraphOptions.HiddenSize), new() { HiddenSize = 3 } },
        { nameof(ArchitectureGraphOptions.HiddenSize), new() { HiddenSize = 514 } },
        { nameof(ArchitectureGraphOptions.NumberOfLayers), new() { NumberOfLayers = 0 } },
        { nameof(ArchitectureGraphOptions.NumberOfLayers), new() { NumberOfLayers = 17 } },
        { nameof(ArchitectureGraphOptions.NumberOfNetworks), new() { NumberOfNetworks = 1 } },
        { nameof(ArchitectureGraphOptions.NumberOfNetworks), new() { NumberOfNetworks = 65 } },
        { nameof(ArchitectureGraphOptions.LearningRate), new() { LearningRate = 0 } },
        { nameof(ArchitectureGraphOptions.LearningRate), new() { LearningRate = 1.01 } },
        { nameof(ArchitectureGraphOptions.LearningRate), new() { LearningRate = double.NaN } },
        { nameof(ArchitectureGraphOptions.WeightDecay), new() { WeightDecay = -0.1 } },
        { nameof(ArchitectureGraphOptions.WeightDecay), new() { WeightDecay = double.NaN } },
        { nameof(ArchitectureGraphOptions.WeightDecay), new() { WeightDecay = double.PositiveInfinity } },
        { nameof(ArchitectureGraphOptions.NumberOfSteps), new() { NumberOfSteps = 0 } },
        { nameof(ArchitectureGraphOptions.Patience), new() { Patience = 0 } },
        { nameof(ArchitectureGraphOptions.BatchSize), new() { BatchSize = 1 } },
    };

    /// <summary>Settings at the ends of their ranges.</summary>
    public static TheoryData<ArchitectureGraphOptions> InRange => new()
    {
        new ArchitectureGraphOptions(),
        new ArchitectureGraphOptions
        {
            HiddenSize = 2, NumberOfLayers = 1, NumberOfNetworks = 2, LearningRate = 1e-9, WeightDecay = 0, NumberOfSteps = 1, BatchSize = 2,
        },
        new ArchitectureGraphOptions
        {
            HiddenSize = 512, NumberOfLayers = 16, NumberOfNetworks = 64, LearningRate = 1, WeightDecay = 1e9, NumberOfSteps = int.MaxValue,
            BatchSize = int.MaxValue, Seed = int.MinValue,
        },
    };

    [Theory]
    [MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public void A_setting_out_of_its_range_is_named(string name, ArchitectureGraphOptions options)
    {
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => new GraphSurrogateTrainer(options));
        Assert.Equal(name, failure.ParamName);
        Assert.StartsWith($"{name} is ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(InRange), DisableDiscoveryEnumeration = true)]
    public void A_setting_at_the_end_of_its_range_is_taken(ArchitectureGraphOptions options) => Assert.NotNull(new GraphSurrogateTrainer(options));

    [Fact]
    public void The_catalog_refuses_the_same_settings()
    {
        var trainers = new MLContext().Regression.Trainers;
        Refuse("NumberOfNetworks", () => trainers.ArchitectureGraph(numberOfNetworks: 1));
        Refuse("NumberOfSteps", () => trainers.ArchitectureGraph(numberOfSteps: 0));
        Refuse("HiddenSize", () => trainers.ArchitectureGraph(new ArchitectureGraphRegressionTrainer.Options { HiddenSize = 7 }));

        static void Refuse(string name, Func<object> create) =>
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(create).ParamName);
    }
}
