namespace Surrogates.Models;

/// <summary>
/// Trains what surrogates of all kinds have in common around a regression: the scale of the values, what stands for missing features, what is
/// expected of disconnected networks, and the calibration of the uncertainty.
/// </summary>
internal static class SurrogateModelFit
{
    /// <summary>Trains a model.</summary>
    /// <param name="rows">The rows' features, one row after the other; a row that begins with NaN is that of a disconnected network.</param>
    /// <param name="values">The rows' values.</param>
    /// <param name="options">Seed, folds, and whether to calibrate.</param>
    /// <param name="fitRegression">Trains the regression on rows without NaN and their normal scores.</param>
    public static SurrogateModel Run(
        float[] rows, double[] values, SurrogateOptions options, Func<float[], double[], RegressionFit> fitRegression)
    {
        var width = rows.Length / values.Length;
        var scale = TargetScale.Fit(values);
        var targets = Array.ConvertAll(values, scale.ToScore);
        var disconnected = DisconnectedScore(rows, width, targets);

        // Networks that cannot learn tell nothing about those that can.
        var connected = Enumerable.Range(0, targets.Length).Where(row => !float.IsNaN(rows[row * width])).ToArray();
        if (connected.Length < SurrogateTrainer.MinimumValues)
        {
            var mean = connected.Length > 0 ? targets[connected[0]] : targets.Average();
            return new SurrogateModel(new ConstantModel(width, mean, deviation: 1), scale, calibration: 1, new float[width], disconnected);
        }

        rows = FeatureRows.Take(rows, width, connected);
        targets = [.. connected.Select(row => targets[row])];
        var missing = MissingValues.Find(rows, width);
        MissingValues.Fill(rows, missing);
        var fit = fitRegression(rows, targets);
        var calibration = options.Calibrate && targets.Length >= 2 * SurrogateTrainer.MinimumValues ? Calibrate() : 1;
        return new SurrogateModel(fit.Model, scale, calibration, missing, disconnected);

        double Calibrate() => fit.PredictHeldOut is { } predictHeldOut
            ? UncertaintyCalibration.Fit(targets, predictHeldOut())
            : UncertaintyCalibration.Fit(targets.Length, Math.Min(options.Folds, targets.Length / SurrogateTrainer.MinimumValues), options.Seed, Predict);

        (double Error, double Deviation)[] Predict(int[] training, int[] test)
        {
            var (model, _) = fitRegression(FeatureRows.Take(rows, width, training), [.. training.Select(i => targets[i])]);
            var means = new double[test.Length];
            var deviations = new double[test.Length];
            model.Predict(FeatureRows.Take(rows, width, test), means, deviations);
            return [.. test.Select((row, i) => (targets[row] - means[i], deviations[i]))];
        }
    }

    // As those that were seen; where none was, a deviation below the worst.
    private static (double Mean, double Deviation) DisconnectedScore(float[] rows, int width, double[] targets)
    {
        double[] seen = [.. targets.Where((_, row) => float.IsNaN(rows[row * width]))];
        if (seen.Length == 0)
        {
            return (targets.Min() - 1, 1);
        }

        // Never quite certain: a value that was rounded once would lie beside an interval without width.
        const double LeastDeviation = 0.01;
        var mean = seen.Average();
        return (mean, Math.Max(LeastDeviation, Math.Sqrt(seen.Average(score => (score - mean) * (score - mean)))));
    }
}
