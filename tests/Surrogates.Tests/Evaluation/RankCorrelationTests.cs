using CsCheck;
using Surrogates.Evaluation;

namespace Surrogates.Tests.Evaluation;

public class RankCorrelationTests
{
    // Few distinct values, so that ties are common.
    private static readonly Gen<(double, double)[]> Pairs =
        Gen.Select(Gen.Int[-5, 5], Gen.Int[-5, 5], (x, y) => ((double)x, (double)y)).Array[0, 40];

    // SciPy 1.10.1, scipy.stats.kendalltau and spearmanr.
    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, new double[] { 3, 1, 2, 5, 4 }, 0.4, 0.6)]
    [InlineData(new double[] { 1, 2, 2, 3, 3, 3, 4 }, new double[] { 2, 1, 2, 2, 5, 5, 3 }, 0.47058823529411764, 0.6274509803921567)]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 9, 5, 1 }, -1, -1)]
    [InlineData(
        new double[] { 0.1, -2, 3.5, 3.5, 0, 7, 1e9 }, new double[] { 5, 5, 1, 2, 2, -4, 3 }, -0.4103913408340616, -0.4862589962641426)]
    public void Small_lists_have_the_coefficients_of_SciPy(double[] x, double[] y, double tau, double rho)
    {
        Assert.Equal(tau, RankCorrelation.KendallTauB(x, y), precision: 14);
        Assert.Equal(rho, RankCorrelation.Spearman(x, y), precision: 14);
    }

    // SciPy 1.10.1: i = arange(1000), x and y as below.
    [Fact]
    public void Long_lists_have_the_coefficients_of_SciPy()
    {
        var i = Enumerable.Range(0, 1_000).ToArray();
        var x = Array.ConvertAll(i, n => (double)(n * 37 % 101));
        var y = Array.ConvertAll(i, n => (double)(((n * n * 13) + (5 * n)) % 89));
        Assert.Equal(-0.00607010962838774, RankCorrelation.KendallTauB(x, y), precision: 14);
        Assert.Equal(-0.008875593288416878, RankCorrelation.Spearman(x, y), precision: 14);

        x = Array.ConvertAll(i, n => (double)(n * 373 % 997));
        y = Array.ConvertAll(i, n => x[n] + (n * n % 211 * 3));
        Assert.Equal(0.6556866244195044, RankCorrelation.KendallTauB(x, y), precision: 14);
        Assert.Equal(0.8562775994996757, RankCorrelation.Spearman(x, y), precision: 14);
    }

    [Fact]
    public void Kendall_agrees_with_its_definition_over_all_pairs() =>
        Pairs.Sample(pairs =>
        {
            var (x, y) = Split(pairs);
            Assert.Equal(TauOverAllPairs(x, y), RankCorrelation.KendallTauB(x, y), precision: 14);
        });

    [Fact]
    public void Coefficients_do_not_change_under_increasing_maps() =>
        Pairs.Sample(pairs =>
        {
            var (x, y) = Split(pairs);
            var mapped = Array.ConvertAll(x, value => Math.Exp(value / 3) - 7);
            Assert.Equal(RankCorrelation.KendallTauB(x, y), RankCorrelation.KendallTauB(mapped, y));
            Assert.Equal(RankCorrelation.Spearman(x, y), RankCorrelation.Spearman(mapped, y));
        });

    [Fact]
    public void Coefficients_change_sign_when_one_side_is_reversed() =>
        Pairs.Sample(pairs =>
        {
            var (x, y) = Split(pairs);
            var reversed = Array.ConvertAll(x, value => -value);
            Assert.Equal(-RankCorrelation.KendallTauB(x, y), RankCorrelation.KendallTauB(reversed, y));
            Assert.Equal(-RankCorrelation.Spearman(x, y), RankCorrelation.Spearman(reversed, y));
        });

    [Fact]
    public void Coefficients_are_symmetric_within_bounds_and_exactly_1_with_oneself() =>
        Pairs.Sample(pairs =>
        {
            var (x, y) = Split(pairs);
            foreach (var coefficient in new[] { RankCorrelation.KendallTauB, (Coefficient)RankCorrelation.Spearman })
            {
                Assert.Equal(coefficient(x, y), coefficient(y, x), precision: 14);
                Assert.InRange(coefficient(x, y), -1, 1);
                Assert.Equal(x.Distinct().Count() < 2 ? 0 : 1, coefficient(x, x));
            }
        });

    [Theory]
    [InlineData(new double[] { }, new double[] { })]
    [InlineData(new double[] { 1 }, new double[] { 2 })]
    [InlineData(new double[] { 4, 4, 4 }, new double[] { 1, 2, 3 })]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 4, 4, 4 })]
    [InlineData(new double[] { 0.0, -0.0 }, new double[] { 1, 2 })]
    public void Constant_lists_have_no_correlation(double[] x, double[] y)
    {
        Assert.Equal(0, RankCorrelation.KendallTauB(x, y));
        Assert.Equal(0, RankCorrelation.Spearman(x, y));
    }

    [Theory]
    [InlineData(new[] { 1, double.NaN }, new double[] { 1, 2 }, "predicted")]
    [InlineData(new double[] { 1, 2 }, new[] { double.NaN, 2 }, "actual")]
    [InlineData(new double[] { 1, 2 }, new double[] { 1 }, "actual")]
    public void Lists_that_cannot_be_compared_are_refused(double[] x, double[] y, string argument)
    {
        Assert.Equal(argument, Assert.Throws<ArgumentException>(() => RankCorrelation.KendallTauB(x, y)).ParamName);
        Assert.Equal(argument, Assert.Throws<ArgumentException>(() => RankCorrelation.Spearman(x, y)).ParamName);
    }

    [Fact]
    public void Infinities_are_the_ends_of_the_order() =>
        Assert.Equal(1, RankCorrelation.Spearman([double.NegativeInfinity, 0, double.PositiveInfinity], [1, 2, 3]));

    private delegate double Coefficient(ReadOnlySpan<double> x, ReadOnlySpan<double> y);

    private static (double[] X, double[] Y) Split((double X, double Y)[] pairs) =>
        (Array.ConvertAll(pairs, pair => pair.X), Array.ConvertAll(pairs, pair => pair.Y));

    private static double TauOverAllPairs(double[] x, double[] y)
    {
        var (difference, untiedX, untiedY) = (0, 0, 0);
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                difference += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
                untiedX += x[i] != x[j] ? 1 : 0;
                untiedY += y[i] != y[j] ? 1 : 0;
            }
        }

        return untiedX == 0 || untiedY == 0 ? 0 : difference / Math.Sqrt((double)untiedX * untiedY);
    }
}
