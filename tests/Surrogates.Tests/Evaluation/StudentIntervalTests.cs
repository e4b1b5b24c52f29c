using CsCheck;
using Surrogates.Evaluation;

namespace Surrogates.Tests.Evaluation;

public class StudentIntervalTests
{
    // A table of three decimals, and an expansion beyond it.
    private const double Relative = 1e-4;

    // SciPy 1.10.1, scipy.stats.t.interval(.95, n - 1, mean, std(ddof=1) / sqrt(n)).
    [Theory]
    [InlineData(-4.853102368216048, 7.853102368216048, 1.0, 2.0)]
    [InlineData(0.7404331410463357, 0.9195668589536644, 0.80, 0.82, 0.87)]
    [InlineData(59.666256088020916, 62.93374391197908, 61.5, 60.25, 63.0, 59.75, 62.0)]
    public void The_interval_is_that_of_SciPy(double lower, double upper, params double[] values) =>
        RequireInterval(lower, upper, StudentInterval.OfMean(values));

    // The same of 0, 1, …, n - 1: where the table ends, and beyond it.
    [Theory]
    [InlineData(32, 12.117849571709247, 18.882150428290753)]
    [InlineData(41, 16.21891418199426, 23.78108581800574)]
    [InlineData(101, 44.2157787575885, 55.7842212424115)]
    [InlineData(1001, 482.06847232415555, 517.9315276758444)]
    public void Many_values_have_the_interval_of_SciPy(int count, double lower, double upper) =>
        RequireInterval(lower, upper, StudentInterval.OfMean([.. Enumerable.Range(0, count).Select(i => (double)i)]));

    [Fact]
    public void The_mean_is_in_the_middle() => Gen.Double[-100, 100].Array[2, 50].Sample(values =>
    {
        var interval = StudentInterval.OfMean(values);
        Assert.Equal(SampleStatistics.Mean(values), interval.Mean);
        Assert.True(interval.Contains(interval.Mean));
        Assert.Equal(interval.Mean - interval.Lower, interval.Upper - interval.Mean, 9);
    });

    [Fact]
    public void Values_twice_as_far_apart_have_an_interval_twice_as_wide() => Gen.Double[-100, 100].Array[2, 50].Sample(values =>
        Assert.Equal(2 * Width(values), Width([.. values.Select(value => 2 * value)]), 8));

    [Fact]
    public void More_values_of_the_same_spread_narrow_it()
    {
        double[] widths = [.. Enumerable.Range(1, 100).Select(pairs => Width([.. Enumerable.Range(0, 2 * pairs).Select(i => i % 2 * 2.0)]))];
        Assert.Equal(widths.OrderDescending(), widths);
        Assert.Equal(widths.Length, widths.Distinct().Count());
    }

    [Fact]
    public void One_value_tells_nothing_of_its_spread() =>
        Assert.Equal(new ConfidenceInterval(3, double.NegativeInfinity, double.PositiveInfinity), StudentInterval.OfMean([3]));

    [Fact]
    public void Equal_values_have_an_interval_without_width() =>
        Assert.Equal(new ConfidenceInterval(.1, .1, .1), StudentInterval.OfMean([.1, .1, .1]));

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => StudentInterval.OfMean([]));
        Assert.Throws<ArgumentException>(() => StudentInterval.OfMean([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => StudentInterval.OfMean([double.PositiveInfinity]));
    }

    private static double Width(double[] values) => StudentInterval.OfMean(values) is var interval ? interval.Upper - interval.Lower : 0;

    private static void RequireInterval(double lower, double upper, ConfidenceInterval actual)
    {
        Assert.Equal(lower, actual.Lower, tolerance: Relative * (upper - lower));
        Assert.Equal(upper, actual.Upper, tolerance: Relative * (upper - lower));
    }
}
