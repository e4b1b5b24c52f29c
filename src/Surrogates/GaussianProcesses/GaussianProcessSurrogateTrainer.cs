using Surrogates.Models;

namespace Surrogates.GaussianProcesses;

/// <summary>
/// A Gaussian process as a surrogate: the smoothest on few labels, with an uncertainty that comes with it. Its time grows with the cube
/// of the labels, so above <see cref="MaximumValues"/> it learns from a random part of them.
/// </summary>
/// <remarks>Rasmussen, Williams: "Gaussian Processes for Machine Learning", MIT Press 2006.</remarks>
public sealed class GaussianProcessSurrogateTrainer : SurrogateTrainer
{
    /// <summary>The most labels that it learns from.</summary>
    public const int MaximumValues = 1000;

    /// <summary>Creates the kind.</summary>
    public GaussianProcessSurrogateTrainer()
        : base("gp", "a Gaussian process on the encoding (Matérn 5/2)")
    {
    }

    private protected override RegressionFit FitRegression(float[] rows, double[] targets, int seed, CancellationToken cancellationToken)
    {
        if (targets.Length <= MaximumValues)
        {
            var process = GaussianProcess.Fit(rows, targets, seed, cancellationToken: cancellationToken);
            return new RegressionFit(process, process.LeaveOneOut);
        }

        var width = rows.Length / targets.Length;
        var kept = Enumerable.Range(0, targets.Length).ToArray();
        new Random(seed).Shuffle(kept);
        Array.Sort(kept, 0, MaximumValues);
        var part = GaussianProcess.Fit(
            [.. kept.Take(MaximumValues).SelectMany(row => rows[(row * width)..((row + 1) * width)])],
            [.. kept.Take(MaximumValues).Select(row => targets[row])],
            seed,
            cancellationToken: cancellationToken);
        return new RegressionFit(part, () => part.LeaveOneOut().Spread(kept, targets.Length));
    }
}
