using Surrogates.Numerics;

namespace Surrogates.Models;

/// <summary>
/// Finds the factor that makes nine of ten true values lie in the 90% interval: split-conformal on errors relative to the
/// predicted deviations, with all rows as calibration set through cross-validation.
/// </summary>
/// <remarks>Lei et al.: "Distribution-Free Predictive Inference for Regression", JASA 2018, section 5.2; Barber et al.: "Predictive
/// inference with the jackknife+", Annals of Statistics 2021.</remarks>
internal static class UncertaintyCalibration
{
    private const double Coverage = 0.9;

    /// <summary>The factor for a model's standard deviations.</summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="seed">Decides which row is in which fold.</param>
    /// <param name="predict">Trains on the first rows and gives, for each of the second, its error and predicted deviation.</param>
    public static double Fit(int count, int folds, int seed, Func<int[], int[], (double Error, double Deviation)[]> predict)
    {
        var order = Enumerable.Range(0, count).ToArray();
        var random = SplitMix64.ForStream(seed, 0);
        for (var i = count - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        var ratios = new List<double>(count);
        for (var fold = 0; fold < folds; fold++)
        {
            var test = order.Where((_, i) => i % folds == fold).ToArray();
            var training = order.Where((_, i) => i % folds != fold).ToArray();
            foreach (var (error, deviation) in predict(training, test))
            {
                ratios.Add(Math.Abs(error) / Math.Max(deviation, 1e-9));
            }
        }

        ratios.Sort();
        var rank = (int)Math.Ceiling((count + 1) * Coverage);
        var quantile = ratios[Math.Min(rank, count) - 1];
        return quantile / SurrogateModel.IntervalHalfWidth;
    }
}
