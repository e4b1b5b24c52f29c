using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using Surrogates.Models;

namespace Surrogates.Trees;

/// <summary>ML.NET's FastTree (gradient-boosted trees, MART) as a surrogate, bagged for its uncertainty.</summary>
/// <remarks>Friedman: "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29, 2001.</remarks>
public sealed class FastTreeSurrogateTrainer : SurrogateTrainer
{
    private const int Bags = 10;

    /// <summary>Creates the kind.</summary>
    public FastTreeSurrogateTrainer()
        : base("fasttree", "ML.NET's gradient-boosted trees (FastTree), bagged")
    {
    }

    private protected override IRegressionModel FitRegression(float[] rows, double[] targets, int seed, CancellationToken cancellationToken) =>
        BoostedTrees.Fit(
            Bags,
            rows,
            targets,
            seed,
            (context, data) =>
            {
                var model = context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
                {
                    NumberOfTrees = 100,
                    NumberOfLeaves = 8,
                    MinimumExampleCountPerLeaf = Math.Clamp(targets.Length / 20, 1, 5),
                    LearningRate = 0.1,
                    FeatureFractionPerSplit = 0.5,
                    NumberOfThreads = 1,
                }).Fit(data).Model;
                return (model.TrainedTreeEnsemble.Bias, model.TrainedTreeEnsemble);
            },
            cancellationToken);
}
