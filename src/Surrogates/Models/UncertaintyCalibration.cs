using Surrogates.Numerics;

namespace Surrogates.Models;

/// <summary>
/// Finds the factor that makes nine of ten true values lie in the 90% interval: split-conformal on errors relative to the
/// predicted deviations, with all rows as calibration set through predictions that have not seen them.
/// </summary>
/// <remarks>Lei et al.: "Distribution-Free Predictive Inference for Regression", JASA 2018, section 5.2; Barber et al.: "Predictive
/// inference with the jackknife+", Annals of Statistics 2021.</remarks>
internal static class UncertaintyCalibration
{
    private const double Coverage = 0.9;

    /// <summary>The factor for a model's standard deviations, from what it predicts for rows that it has not seen.</summary>
    public static double Fit(double[] targets, HeldOutPredictions heldOut)
    {
        var rows = Enumerable.Range(0, targets.Length).Where(row => !double.IsNaN(heldOut.Deviations[row])).ToArray();
        return rows.Length == 0 ? 1 : Quantile(rows.Select(row => (targets[row] - heldOut.Means[row], heldOut.Deviations[row])));
    }

    /// <summary>The factor for a model's standard deviations, by cross-validation.</summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="seed">Decides which row is in which fold.</param>
    /// <param name="predict">Trains on the first rows and gives, for each of the second, its error and predicted deviation.</param>
    public static double Fit(int count, int folds, int seed, Func<int[], int[], (double Error, double Deviation)[]> predict)
    {
        var order = Enumerable.Range(0, count).ToArray();
        var random = SplitMix64.ForStream(seed, 0);
        random.Shuffle<int>(order);

        var pairs = new List<(double Error, double Deviation)>(count);
        for (var fold = 0; fold < folds; fold++)
        {
            var test = order.Where((_, i) => i % folds == fold).ToArray();
            var training = order.Where((_, i) => i % folds != fold).ToArray();
            pairs.AddRange(predict(training, test));
        }

        return Quantile(pairs);
    }

    private static double Quantile(IEnumerable<(double Error, double Deviation)> pairs)
    {
        double[] ratios = [.. pairs.Select(pair => Math.Abs(pair.Error) / Math.Max(pair.Deviation, 1e-9)).Order()];
        var rank = (int)Math.Ceiling((ratios.Length + 1) * Coverage);
        return ratios[Math.Min(rank, ratios.Length) - 1] / SurrogateModel.IntervalHalfWidth;
    }
}
