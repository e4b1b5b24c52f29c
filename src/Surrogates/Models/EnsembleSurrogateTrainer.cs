using Surrogates.GaussianProcesses;
using Surrogates.Trees;

namespace Surrogates.Models;

/// <summary>
/// The average of extremely randomized trees and a Gaussian process: trees find interactions, the process is smooth where there is
/// little to go by, and their errors differ. Above <see cref="GaussianProcessSurrogateTrainer.MaximumValues"/> labels the trees are
/// better alone, and the process is left out.
/// </summary>
public sealed class EnsembleSurrogateTrainer : SurrogateTrainer
{
    /// <summary>Creates the kind.</summary>
    public EnsembleSurrogateTrainer()
        : base("ensemble", "the average of extremely randomized trees and a Gaussian process")
    {
    }

    private protected override RegressionFit FitRegression(float[] rows, double[] targets, int seed, CancellationToken cancellationToken)
    {
        var builder = new ExtraTreesBuilder(ExtraTreesSurrogateTrainer.Defaults with { Seed = seed }, rows, targets);
        var trees = builder.Fit(cancellationToken);
        if (targets.Length > GaussianProcessSurrogateTrainer.MaximumValues)
        {
            return trees;
        }

        var process = GaussianProcess.Fit(rows, targets, seed, cancellationToken: cancellationToken);
        return new RegressionFit(
            new AveragedModel([trees.Model, process]),
            () => HeldOutPredictions.Average(trees.PredictHeldOut!(), process.LeaveOneOut()));
    }
}
