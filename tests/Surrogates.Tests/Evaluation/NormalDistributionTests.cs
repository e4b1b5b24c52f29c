using CsCheck;
using Surrogates.Evaluation;

namespace Surrogates.Tests.Evaluation;

public class NormalDistributionTests
{
    // SciPy 1.10.1, scipy.stats.norm.cdf; below −5 mpmath 1.2.1, mpmath.ncdf with 40 digits, which is more accurate there.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(-0.3, 0.3820885778110474)]
    [InlineData(0.5, 0.6914624612740131)]
    [InlineData(-1, 0.15865525393145707)]
    [InlineData(1.96, 0.9750021048517795)]
    [InlineData(-2.5, 0.006209665325776132)]
    [InlineData(5, 0.9999997133484281)]
    [InlineData(-6, 9.86587645037698e-10)]
    [InlineData(-7.2, 3.0106279811174334e-13)]
    [InlineData(-8, 6.220960574271784e-16)]
    [InlineData(-20, 2.7536241186062337e-89)]
    [InlineData(-37, 5.725571222524577e-300)]
    public void Cdf_is_that_of_SciPy_and_mpmath(double x, double probability) =>
        Assert.InRange(NormalDistribution.Cdf(x) / probability, 1 - 1e-14, 1 + 1e-14);

    // SciPy 1.10.1, scipy.stats.norm.ppf.
    [Theory]
    [InlineData(0.025, -1.9599639845400545)]
    [InlineData(0.075, -1.4395314709384563)]
    [InlineData(0.3, -0.5244005127080409)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(0.925, 1.4395314709384563)]
    [InlineData(0.999999, 4.753424308817087)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(1e-20, -9.262340089798409)]
    [InlineData(1e-300, -37.0470962993612)]
    public void Quantile_is_that_of_SciPy(double probability, double x) =>
        Assert.InRange(NormalDistribution.Quantile(probability) / x, 1 - 1e-14, 1 + 1e-14);

    [Fact]
    public void Cdf_inverts_the_quantile() =>
        Gen.Double[1e-12, 1 - 1e-12].Sample(probability =>
            Assert.Equal(probability, NormalDistribution.Cdf(NormalDistribution.Quantile(probability)), precision: 13));

    [Fact]
    public void Cdf_rises_and_its_sides_add_up_to_1() =>
        Gen.Select(Gen.Double[-40, 40], Gen.Double[1e-6, 1]).Sample((x, step) =>
        {
            Assert.True(NormalDistribution.Cdf(x) <= NormalDistribution.Cdf(x + step));
            Assert.Equal(1, NormalDistribution.Cdf(x) + NormalDistribution.Cdf(-x), precision: 15);
        });

    [Fact]
    public void Ends_are_exact()
    {
        Assert.Equal(0, NormalDistribution.Quantile(0.5));
        Assert.Equal(double.NegativeInfinity, NormalDistribution.Quantile(0));
        Assert.Equal(double.PositiveInfinity, NormalDistribution.Quantile(1));
        Assert.Equal(0, NormalDistribution.Cdf(double.NegativeInfinity));
        Assert.Equal(1, NormalDistribution.Cdf(double.PositiveInfinity));
        Assert.Equal(0, NormalDistribution.Density(double.PositiveInfinity));
        Assert.Equal(0.12951759566589174, NormalDistribution.Density(-1.5), precision: 15);
    }

    [Fact]
    public void What_is_no_number_or_no_probability_is_refused()
    {
        Assert.Throws<ArgumentException>(() => NormalDistribution.Cdf(double.NaN));
        Assert.Throws<ArgumentException>(() => NormalDistribution.Density(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(-1e-9));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(1.000001));
    }
}
