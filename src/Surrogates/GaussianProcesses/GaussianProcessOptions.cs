namespace Surrogates.GaussianProcesses;

/// <summary>Settings of the Gaussian process.</summary>
internal sealed record GaussianProcessOptions
{
    /// <summary>Length scales to weigh, in units of typical distances between rows.</summary>
    public IReadOnlyList<double> LengthScales { get; init; } = [1, 2, 4];

    /// <summary>Variances of the noise to weigh, relative to that of the signal.</summary>
    public IReadOnlyList<double> Noises { get; init; } = [0.03, 0.1, 0.3];

    /// <summary>The most rows that the weights are found on; more are drawn from.</summary>
    public int MaximumEvidenceRows { get; init; } = 256;

    /// <summary>The share of the weight that the least likely settings may lose together to save time.</summary>
    public double NeglectedWeight { get; init; } = 0.05;
}
