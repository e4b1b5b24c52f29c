using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using Surrogates.Models;

namespace Surrogates.Trees;

/// <summary>ML.NET's FastTree (gradient-boosted trees, MART) as a surrogate, bagged for its uncertainty.</summary>
/// <remarks>Friedman: "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29, 2001.</remarks>
public sealed class FastTreeSurrogateTrainer : SurrogateTrainer
{
    // FastTree's time goes with the bins; features of architectures are counts with few values.
    private const int MaximumBins = 32;

    /// <summary>Creates the kind.</summary>
    public FastTreeSurrogateTrainer()
        : base("fasttree", "ML.NET's gradient-boosted trees (FastTree), bagged")
    {
    }

    private protected override RegressionFit FitRegression(float[] rows, double[] targets, int seed, CancellationToken cancellationToken) =>
        BoostedTrees.Fit(
            rows,
            targets,
            seed,
            (context, data) =>
            {
                var model = context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
                {
                    NumberOfTrees = BoostedTrees.Trees,
                    NumberOfLeaves = BoostedTrees.Leaves(targets.Length),
                    MinimumExampleCountPerLeaf = BoostedTrees.MinimumExampleCountPerLeaf(targets.Length),
                    LearningRate = BoostedTrees.LearningRate,
                    FeatureFractionPerSplit = BoostedTrees.FeatureFraction,
                    NumberOfThreads = 1,
                    MaximumBinCountPerFeature = MaximumBins,
                }).Fit(data).Model;
                return (model.TrainedTreeEnsemble.Bias, model.TrainedTreeEnsemble);
            },
            cancellationToken);
}
