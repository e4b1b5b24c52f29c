using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.AutoML.Tuners;
using Surrogates.Evaluation;
using Surrogates.GaussianProcesses;
using Surrogates.Models;

namespace Surrogates.AutoML.Tests.Tuners;

/// <summary>
/// Expected improvement under a Gaussian process as textbooks have it: all at once, with dense matrices, nothing kept between calls.
/// </summary>
internal static class PlainProcess
{
    private static readonly (double LengthScale, double Noise)[] Settings =
        [.. from length in (double[])[4, 8, 16] from noise in (double[])[0.03, 0.1, 0.3] select (length, noise)];

    /// <summary>For each candidate of a domain, the expected improvement over the best result.</summary>
    public static double[] Improvements(SearchDomain domain, IReadOnlyList<TrialResult> results, IReadOnlyList<Architecture> pending)
    {
        var features = Features(domain);
        var scale = TargetScale.Fit([.. results.Select(result => result.Value)]);
        var known = results.Where(result => features[domain.PlaceOf(result.Architecture)].Length > 0).ToList();
        double[] targets = [.. known.Select(result => scale.ToScore(result.Value))];
        double[][] tried = [.. known.Select(result => features[domain.PlaceOf(result.Architecture)])];
        double[][] running = [.. pending.Select(architecture => features[domain.PlaceOf(architecture)]).Where(row => row.Length > 0)];
        var fits = Array.ConvertAll(Settings, setting => new Fit(setting, tried, running, targets));
        var likeliest = fits.Max(fit => fit.Evidence);
        double[] weights = [.. fits.Select(fit => Math.Exp(fit.Evidence - likeliest))];
        var best = results.Max(result => scale.ToScore(result.Value));
        return Array.ConvertAll(features, row => row.Length == 0 ? 0 : Improvement(row));

        double Improvement(double[] row)
        {
            var (mean, square) = (0.0, 0.0);
            for (var i = 0; i < fits.Length; i++)
            {
                var (m, variance) = fits[i].Predict(row);
                mean += weights[i] / weights.Sum() * m;
                square += weights[i] / weights.Sum() * ((m * m) + variance);
            }

            var deviation = Math.Sqrt(square - (mean * mean));
            var z = (mean - best) / deviation;
            return deviation * (NormalDistribution.Density(z) + (z * NormalDistribution.Cdf(z)));
        }
    }

    // Scaled features; none for a network that is not connected.
    private static double[][] Features(SearchDomain domain)
    {
        var encoded = new EncodedArchitectures(domain.Space, domain.Candidates!);
        var width = encoded.Encoder.Width;
        var rows = encoded.Rows.ToArray().Chunk(width).ToArray();
        var scaling = new FeatureScaling([.. rows.Where(row => !float.IsNaN(row[0])).SelectMany(row => row)], width);
        return Array.ConvertAll(rows, row =>
        {
            var scaled = new double[float.IsNaN(row[0]) ? 0 : scaling.Count];
            if (scaled.Length > 0)
            {
                scaling.Apply(row, scaled);
            }

            return scaled;
        });
    }

    private sealed class Fit
    {
        private readonly (double LengthScale, double Noise) _setting;
        private readonly double[][] _tried;
        private readonly double[][] _all;
        private readonly double[][] _inverseAll;
        private readonly double[] _weights;
        private readonly double _signal;

        public Fit((double LengthScale, double Noise) setting, double[][] tried, double[][] running, double[] targets)
        {
            (_setting, _tried, _all) = (setting, tried, [.. tried, .. running]);
            var (inverse, logDeterminant) = Invert(Covariance(tried));
            (_inverseAll, _) = Invert(Covariance(_all));
            _weights = Times(inverse, targets);
            _signal = Dot(_weights, targets) / targets.Length;
            Evidence = -((targets.Length * Math.Log(_signal)) + logDeterminant) / 2;
        }

        public double Evidence { get; }

        public (double Mean, double Variance) Predict(double[] row)
        {
            double[] toAll = [.. _all.Select(other => Kernel(row, other))];
            return (
                Dot(toAll[.._tried.Length], _weights),
                _signal * (Kernel(row, row) + _setting.Noise - Dot(toAll, Times(_inverseAll, toAll))));
        }

        private static double[] Times(double[][] matrix, double[] vector) => Array.ConvertAll(matrix, row => Dot(row, vector));

        private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

        private double Kernel(double[] a, double[] b)
        {
            var s = Math.Sqrt(5 * a.Zip(b, (x, y) => (x - y) * (x - y)).Sum()) / _setting.LengthScale;
            return 1 + ((1 + s + (s * s / 3)) * Math.Exp(-s));
        }

        private double[][] Covariance(double[][] rows) =>
            [.. rows.Select((a, i) => rows.Select((b, j) => Kernel(a, b) + (i == j ? _setting.Noise : 0)).ToArray())];

        // Gauss and Jordan; the pivots of a positive definite matrix need no search.
        private static (double[][] Inverse, double LogDeterminant) Invert(double[][] matrix)
        {
            var n = matrix.Length;
            var inverse = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0).ToArray()).ToArray();
            var logDeterminant = 0.0;
            for (var i = 0; i < n; i++)
            {
                var pivot = matrix[i][i];
                logDeterminant += Math.Log(pivot);
                for (var j = 0; j < n; j++)
                {
                    (matrix[i][j], inverse[i][j]) = (matrix[i][j] / pivot, inverse[i][j] / pivot);
                }

                foreach (var other in Enumerable.Range(0, n).Where(row => row != i))
                {
                    var factor = matrix[other][i];
                    for (var j = 0; j < n; j++)
                    {
                        matrix[other][j] -= factor * matrix[i][j];
                        inverse[other][j] -= factor * inverse[i][j];
                    }
                }
            }

            return (inverse, logDeterminant);
        }
    }
}
