using CsCheck;
using Surrogates.Evaluation;

namespace Surrogates.Tests.Evaluation;

public class RankingTests
{
    private static readonly Gen<double[]> Values = Gen.Int[-5, 5].Select(value => (double)value).Array[0, 40];

    // SciPy 1.10.1, scipy.stats.rankdata.
    [Theory]
    [InlineData(new double[] { 3, 1, 2, 5, 4 }, new double[] { 3, 1, 2, 5, 4 })]
    [InlineData(new double[] { 2, 1, 2, 2, 5, 5, 3 }, new[] { 3, 1, 3, 3, 6.5, 6.5, 5 })]
    [InlineData(new double[] { 5, 5, 1, 2, 2, -4, 3 }, new[] { 6.5, 6.5, 2, 3.5, 3.5, 1, 5 })]
    [InlineData(new double[] { }, new double[] { })]
    public void Ranks_are_those_of_SciPy(double[] values, double[] ranks) =>
        Assert.Equal(ranks, Ranking.AverageRanks(values));

    [Fact]
    public void A_rank_is_one_more_than_the_smaller_values_and_half_the_other_equal_ones() =>
        Values.Sample(values => Assert.Equal(
            values.Select(value => values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0)),
            Ranking.AverageRanks(values)));

    [Fact]
    public void The_best_are_the_largest_and_of_equal_ones_the_first() =>
        Gen.Select(Values, Gen.Int[1, 50]).Sample((values, count) => Assert.Equal(
            Enumerable.Range(0, values.Length).OrderByDescending(i => values[i]).Take(count),
            Ranking.Best(values, count)));

    [Fact]
    public void What_has_no_order_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Ranking.AverageRanks([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => Ranking.Best([1, double.NaN], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ranking.Best([1], 0));
    }
}
