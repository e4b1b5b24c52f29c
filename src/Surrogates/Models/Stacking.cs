namespace Surrogates.Models;

/// <summary>
/// Finds the weights of a mixture from what its models predict for rows that they have not seen: non-negative, adding up to 1, with the least
/// squared error. Few rows tell little, so the models' errors are first taken to be alike, by as much as <see cref="PriorRows"/> rows say.
/// </summary>
/// <remarks>
/// Wolpert: "Stacked Generalization", Neural Networks 5, 1992; Breiman: "Stacked Regressions", Machine Learning 24, 1996, for the constraints;
/// the shrinkage of the errors' second moments after Ledoit, Wolf: "A well-conditioned estimator for large-dimensional covariance matrices",
/// Journal of Multivariate Analysis 88, 2004, towards equal variances and equal covariances, which give equal weights.
/// </remarks>
internal static class Stacking
{
    /// <summary>How many rows the assumption that the models are alike counts as.</summary>
    public const int PriorRows = 50;

    private const int Steps = 20;

    /// <summary>The weights, in twentieths; equal where no row is unseen by all.</summary>
    public static double[] FindWeights(IReadOnlyList<HeldOutPredictions> models, double[] targets)
    {
        var parts = new int[models.Count];
        double[] best = [.. Enumerable.Repeat(1.0 / parts.Length, parts.Length)];
        int[] rows = [.. Enumerable.Range(0, targets.Length).Where(row => models.All(model => double.IsFinite(model.Means[row])))];
        if (rows.Length == 0)
        {
            return best;
        }

        var moments = Moments(models, targets, rows);
        var least = double.PositiveInfinity;
        Try(0, Steps);
        return best;

        // Every way to share out the steps.
        void Try(int model, int left)
        {
            if (model == parts.Length - 1)
            {
                parts[model] = left;
                double[] weights = [.. parts.Select(part => (double)part / Steps)];
                var error = Error(moments, weights);
                if (error < least)
                {
                    (least, best) = (error, weights);
                }

                return;
            }

            for (parts[model] = left; parts[model] >= 0; parts[model]--)
            {
                Try(model + 1, left - parts[model]);
            }
        }
    }

    private static double Error(double[,] moments, double[] weights)
    {
        var error = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            for (var j = 0; j < weights.Length; j++)
            {
                error += weights[i] * weights[j] * moments[i, j];
            }
        }

        return error;
    }

    private static double[,] Moments(IReadOnlyList<HeldOutPredictions> models, double[] targets, int[] rows)
    {
        var count = models.Count;
        var moments = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                moments[i, j] = rows.Sum(row => (models[i].Means[row] - targets[row]) * (models[j].Means[row] - targets[row]))
                    / rows.Length;
            }

            // No more than half of an error is taken to be what a part of an ensemble adds.
            moments[i, i] -= Math.Min(models[i].ExcessVariance, moments[i, i] / 2);
        }

        var (own, between) = (0.0, 0.0);
        foreach (var (i, j) in Enumerable.Range(0, count * count).Select(pair => Math.DivRem(pair, count)))
        {
            own += i == j ? moments[i, j] / count : 0;
            between += i == j ? 0 : moments[i, j] / (count * (count - 1));
        }

        var share = (double)PriorRows / (PriorRows + rows.Length);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                moments[i, j] += share * ((i == j ? own : between) - moments[i, j]);
            }
        }

        return moments;
    }
}
