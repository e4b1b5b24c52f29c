using CsCheck;
using Surrogates.Evaluation;

namespace Surrogates.Tests.Evaluation;

public class SampleStatisticsTests
{
    // NumPy, numpy.std with ddof=1.
    [Fact]
    public void Mean_and_standard_deviation_are_those_of_NumPy()
    {
        Assert.Equal(5, SampleStatistics.Mean([2, 4, 4, 4, 5, 5, 7, 9]));
        Assert.Equal(2.138089935299395, SampleStatistics.StandardDeviation([2, 4, 4, 4, 5, 5, 7, 9]), precision: 14);
    }

    [Fact]
    public void A_single_value_has_no_spread() => Assert.Equal(0, SampleStatistics.StandardDeviation([3.7]));

    [Fact]
    public void Equal_values_have_exactly_their_mean_and_no_spread() =>
        Gen.Select(Gen.Double[-1e9, 1e9], Gen.Int[1, 30]).Sample((value, count) =>
        {
            var values = Enumerable.Repeat(value, count).ToArray();
            Assert.Equal(value, SampleStatistics.Mean(values));
            Assert.Equal(0, SampleStatistics.StandardDeviation(values));
        });

    [Fact]
    public void Large_values_that_differ_little_keep_their_digits() =>
        Assert.Equal(1, SampleStatistics.StandardDeviation([1e15 + 1, 1e15 + 2, 1e15 + 3]));

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new[] { 1, double.NaN })]
    [InlineData(new[] { 1, double.PositiveInfinity })]
    public void What_has_no_mean_is_refused(double[] values)
    {
        Assert.Throws<ArgumentException>(() => SampleStatistics.Mean(values));
        Assert.Throws<ArgumentException>(() => SampleStatistics.StandardDeviation(values));
        Assert.Throws<ArgumentException>(() => SampleStatistics.Median(values));
    }

    [Theory]
    [InlineData(new[] { 3.5 }, 3.5)]
    [InlineData(new[] { 9.0, 1, 4 }, 4)]
    [InlineData(new[] { 9.0, 1, 4, 2 }, 3)]
    public void The_median_is_in_the_middle_and_leaves_the_values_as_they_are(double[] values, double median)
    {
        double[] before = [.. values];
        Assert.Equal(median, SampleStatistics.Median(values));
        Assert.Equal(before, values);
    }
}
