namespace Surrogates.Graphs;

/// <summary>Settings of graph neural networks that predict an architecture's performance.</summary>
public record ArchitectureGraphOptions
{
    /// <summary>How nodes learn of one another; default <see cref="GraphConvolution.Isomorphism"/>, which measured best.</summary>
    public GraphConvolution Convolution { get; init; } = GraphConvolution.Isomorphism;

    /// <summary>What the networks are trained to do; default <see cref="RankingLoss.SquaredError"/>, which measured best.</summary>
    public RankingLoss Loss { get; init; } = RankingLoss.SquaredError;

    /// <summary>The numbers that a node's state has; 2 to 512 and even, default 24.</summary>
    public int HiddenSize { get; init; } = 24;

    /// <summary>How often nodes learn of one another; 1 to 16, default 2.</summary>
    public int NumberOfLayers { get; init; } = 2;

    /// <summary>
    /// The number of networks that are averaged, each trained without a part of the rows; 2 to 64, default 6. Their spread says how sure
    /// the prediction is, and the rows left out say how far to trust the spread.
    /// </summary>
    public int NumberOfNetworks { get; init; } = 6;

    /// <summary>The largest step size of the optimizer (AdamW), reached after a tenth of the steps; above 0, default 0.01.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>By how much weights shrink, relative to the step size; 0 or more, default 0.5.</summary>
    public double WeightDecay { get; init; } = 0.5;

    /// <summary>
    /// The number of steps of the optimizer; 1 or more, or null, the default: 150, and more where there are more than 640 rows, so that each is
    /// seen 30 times.
    /// </summary>
    public int? NumberOfSteps { get; init; }

    /// <summary>
    /// The steps after which training ends when the loss on the rows that are left out has no new best, whose weights are then taken; 1 or more,
    /// or null, the default: a third of the steps.
    /// </summary>
    public int? Patience { get; init; }

    /// <summary>The most rows in a step; 2 or more, default 128.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>The seed of every random choice; default 1.</summary>
    public int Seed { get; init; } = 1;

    internal void Validate()
    {
        Require(Enum.IsDefined(Convolution), nameof(Convolution), Convolution, "one of the kinds");
        Require(Enum.IsDefined(Loss), nameof(Loss), Loss, "one of the losses");
        Require(HiddenSize is >= 2 and <= 512 && HiddenSize % 2 == 0, nameof(HiddenSize), HiddenSize, "even, from 2 to 512");
        Require(NumberOfLayers is >= 1 and <= 16, nameof(NumberOfLayers), NumberOfLayers, "from 1 to 16");
        Require(NumberOfNetworks is >= 2 and <= 64, nameof(NumberOfNetworks), NumberOfNetworks, "from 2 to 64");
        Require(LearningRate is > 0 and <= 1, nameof(LearningRate), LearningRate, "above 0 and at most 1");
        Require(WeightDecay is >= 0 and < double.PositiveInfinity, nameof(WeightDecay), WeightDecay, "0 or more");
        Require(NumberOfSteps is null or >= 1, nameof(NumberOfSteps), NumberOfSteps, "1 or more, or null");
        Require(Patience is null or >= 1, nameof(Patience), Patience, "1 or more, or null");
        Require(BatchSize >= 2, nameof(BatchSize), BatchSize, "2 or more");
    }

    private static void Require(bool holds, string name, object? value, string expected)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {expected}.");
        }
    }
}
