using CsCheck;
using Surrogates.Evaluation;

namespace Surrogates.Tests.Evaluation;

public class BootstrapTests
{
    // SciPy 1.10.1, scipy.stats.bootstrap((values,), mean, method="percentile", n_resamples=200000).
    [Fact]
    public void Interval_is_that_of_SciPy()
    {
        double[] values = [0.02, 0.01, 0.03, -0.01, 0.02, 0.05, -0.02, 0.015, 0.04, 0.0];
        var interval = Bootstrap.MeanInterval(values);
        Assert.Equal(0.0155, interval.Mean, precision: 15);
        Assert.Equal(0.003, interval.Lower, tolerance: 0.001);
        Assert.Equal(0.028, interval.Upper, tolerance: 0.001);
    }

    // NumPy: sums of four clusters drawn 400,000 times, percentiles 5 and 95.
    [Fact]
    public void Whole_clusters_are_drawn()
    {
        double[] values = [0.02, 0.04, 0.01, 0.03, -0.02, 0.0, 0.05, 0.07];
        var interval = Bootstrap.MeanInterval(values, clusters: [7, 7, -1, -1, 2, 2, 3, 3], level: 0.9);
        Assert.Equal(0.025, interval.Mean, precision: 15);
        Assert.Equal(0.005, interval.Lower, tolerance: 0.001);
        Assert.Equal(0.045, interval.Upper, tolerance: 0.001);

        var independent = Bootstrap.MeanInterval(values, level: 0.9);
        Assert.Equal(0.00875, independent.Lower, tolerance: 0.001);
        Assert.Equal(0.04125, independent.Upper, tolerance: 0.001);
    }

    [Fact]
    public void Same_seed_gives_the_same_interval_and_another_seed_another()
    {
        double[] values = [1, 5, 2, 8, 3.5];
        Assert.Equal(Bootstrap.MeanInterval(values, seed: 3), Bootstrap.MeanInterval(values, seed: 3));
        Assert.NotEqual(
            Bootstrap.MeanInterval(values, resamples: 50, seed: 3), Bootstrap.MeanInterval(values, resamples: 50, seed: 4));
    }

    [Fact]
    public void Interval_covers_the_true_mean_about_as_often_as_its_level_says()
    {
        var random = new Random(1);
        var covered = 0;
        for (var repeat = 0; repeat < 400; repeat++)
        {
            var values = Enumerable.Range(0, 30).Select(_ => NormalDistribution.Quantile(random.NextDouble())).ToArray();
            covered += Bootstrap.MeanInterval(values, level: 0.9, resamples: 500, seed: repeat).Contains(0) ? 1 : 0;
        }

        // The percentile interval is known to be slightly narrow for 30 values.
        Assert.InRange(covered / 400.0, 0.84, 0.94);
    }

    [Fact]
    public void Interval_lies_within_the_values_and_moves_with_them() =>
        Gen.Select(Gen.Double[-10, 10].Array[1, 20], Gen.Double[-5, 5]).Sample(
            (values, shift) =>
            {
                var interval = Bootstrap.MeanInterval(values, resamples: 100);
                Assert.InRange(interval.Lower, values.Min() - 1e-9, interval.Upper);
                Assert.InRange(interval.Upper, interval.Lower, values.Max() + 1e-9);
                var shifted = Bootstrap.MeanInterval(Array.ConvertAll(values, value => value + shift), resamples: 100);
                Assert.Equal(interval.Lower + shift, shifted.Lower, tolerance: 1e-9);
                Assert.Equal(interval.Upper + shift, shifted.Upper, tolerance: 1e-9);
            },
            iter: 1_000);

    [Fact]
    public void Equal_values_have_an_interval_of_one_point()
    {
        Assert.Equal(new ConfidenceInterval(0.1, 0.1, 0.1), Bootstrap.MeanInterval([0.1, 0.1, 0.1]));
        Assert.Equal(new ConfidenceInterval(0.1, 0.1, 0.1), Bootstrap.MeanInterval([0.1]));
    }

    [Fact]
    public void What_has_no_interval_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Bootstrap.MeanInterval([]));
        Assert.Throws<ArgumentException>(() => Bootstrap.MeanInterval([double.NaN]));
        Assert.Throws<ArgumentException>(() => Bootstrap.MeanInterval([1, 2], clusters: [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.MeanInterval([1], level: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.MeanInterval([1], level: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.MeanInterval([1], resamples: 0));
    }
}
