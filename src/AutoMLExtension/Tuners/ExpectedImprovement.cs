using Surrogates.Evaluation;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// The logarithm of the improvement over the best result that is expected of a candidate with a normally distributed value. The
/// logarithm, for far below the best the improvement itself is 0 to a computer, and nothing would be told apart.
/// </summary>
/// <remarks>
/// Jones, Schonlau, Welch: "Efficient Global Optimization of Expensive Black-Box Functions", Journal of Global Optimization 13, 1998;
/// Ament et al.: "Unexpected Improvements to Expected Improvement for Bayesian Optimization", NeurIPS 2023, for the logarithm.
/// </remarks>
internal static class ExpectedImprovement
{
    private const double LeastDeviation = 1e-9;

    // Below it φ(z) + zΦ(z) is the difference of two nearly equal numbers; there it is close to φ(z)/z².
    private const double FarBelow = -5;
    private static readonly double LogOfRootOfTwoPi = Math.Log(2 * Math.PI) / 2;

    /// <summary>The logarithm of the expected improvement.</summary>
    /// <param name="mean">The candidate's mean.</param>
    /// <param name="deviation">Its standard deviation.</param>
    /// <param name="best">The best result, on the same scale.</param>
    public static double Log(double mean, double deviation, double best)
    {
        deviation = Math.Max(deviation, LeastDeviation);
        var z = (mean - best) / deviation;
        var improvement = z > FarBelow
            ? Math.Log(NormalDistribution.Density(z) + (z * NormalDistribution.Cdf(z)))
            : -(z * z / 2) - LogOfRootOfTwoPi - Math.Log((z * z) + 3);
        return improvement + Math.Log(deviation);
    }
}
