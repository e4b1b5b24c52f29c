using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;
using Surrogates.Models;

namespace Surrogates.Trees;

/// <summary>LightGBM as a surrogate, bagged for its uncertainty. Its native library has no build for Apple Silicon.</summary>
/// <remarks>Ke et al.: "LightGBM: A Highly Efficient Gradient Boosting Decision Tree", NeurIPS 2017.</remarks>
public sealed class LightGbmSurrogateTrainer : SurrogateTrainer
{
    /// <summary>Creates the kind.</summary>
    public LightGbmSurrogateTrainer()
        : base("lightgbm", "LightGBM's gradient-boosted trees, bagged")
    {
    }

    private protected override RegressionFit FitRegression(float[] rows, double[] targets, int seed, CancellationToken cancellationToken)
    {
        try
        {
            return BoostedTrees.Fit(rows, targets, seed, Train, cancellationToken);
        }
        catch (DllNotFoundException exception)
        {
            throw new InputException("model 'lightgbm': LightGBM's native library does not load on this machine; use extratrees or fasttree", exception);
        }

        (double, Microsoft.ML.Trainers.FastTree.RegressionTreeEnsemble) Train(MLContext context, IDataView data)
        {
            var model = context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
            {
                NumberOfIterations = BoostedTrees.Trees,
                NumberOfLeaves = BoostedTrees.Leaves(targets.Length),
                MinimumExampleCountPerLeaf = BoostedTrees.MinimumExampleCountPerLeaf(targets.Length),
                LearningRate = BoostedTrees.LearningRate,
                NumberOfThreads = 1,
                Seed = unchecked((int)SplitSeed(seed)),
                Deterministic = true,
                Booster = new GradientBooster.Options { FeatureFraction = BoostedTrees.FeatureFraction },
            }).Fit(data).Model;
            return (model.TrainedTreeEnsemble.Bias, model.TrainedTreeEnsemble);
        }

        static ulong SplitSeed(int seed) => Numerics.SplitMix64.Mix((uint)seed) >> 33;
    }
}
