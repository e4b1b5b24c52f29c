using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
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

        (double, RegressionTreeEnsemble)? Train(MLContext context, IDataView data)
        {
            // Where nothing is left to learn, LightGBM ends with a tree that is one leaf, which ML.NET 5.0 cannot read
            // (ArgumentNullException): then fewer trees are enough.
            for (var trees = BoostedTrees.Trees; trees > 0; trees /= 2)
            {
                try
                {
                    var model = context.Regression.Trainers.LightGbm(Options(trees)).Fit(data).Model;
                    return (model.TrainedTreeEnsemble.Bias, model.TrainedTreeEnsemble);
                }
                catch (ArgumentNullException)
                {
                }
            }

            return null;
        }

        LightGbmRegressionTrainer.Options Options(int trees) => new()
        {
            NumberOfIterations = trees,
            NumberOfLeaves = BoostedTrees.Leaves(targets.Length),
            MinimumExampleCountPerLeaf = BoostedTrees.MinimumExampleCountPerLeaf(targets.Length),
            LearningRate = BoostedTrees.LearningRate,
            NumberOfThreads = 1,
            Seed = unchecked((int)SplitSeed(seed)),
            Deterministic = true,
            Booster = new GradientBooster.Options { FeatureFraction = BoostedTrees.FeatureFraction },
        };

        static ulong SplitSeed(int seed) => Numerics.SplitMix64.Mix((uint)seed) >> 33;
    }
}
