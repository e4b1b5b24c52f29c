using CsCheck;
using Surrogates.Evaluation;

namespace Surrogates.Tests.Evaluation;

public class RankingMetricsTests
{
    private static readonly double[] OneToTwenty = [.. Enumerable.Range(1, 20)];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(4, 0.5)]
    [InlineData(20, 0.1)]
    [InlineData(1_000, 0.1)]
    public void Of_a_perfect_prediction_the_best_tenth_is_found(int k, double precision) =>
        Assert.Equal(precision, RankingMetrics.PrecisionAtK(OneToTwenty, OneToTwenty, k));

    [Fact]
    public void Of_a_reversed_prediction_nothing_is_found() =>
        Assert.Equal(0, RankingMetrics.PrecisionAtK([.. OneToTwenty.Reverse()], OneToTwenty, 10));

    [Fact]
    public void Items_tied_at_the_border_are_all_among_the_best()
    {
        // Eleven items: the best ⌈1.1⌉ = 2, and the value of the second best is shared by three.
        double[] actual = [9, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1];
        double[] predicted = [0, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0];
        Assert.Equal(0.75, RankingMetrics.PrecisionAtK(predicted, actual, 4));
    }

    [Fact]
    public void Of_equal_predictions_the_first_in_the_list_is_chosen()
    {
        Assert.Equal(0, RankingMetrics.RegretAtK([1, 1], [5, 3], 1, standardDeviation: 1));
        Assert.Equal(2, RankingMetrics.RegretAtK([1, 1], [3, 5], 1, standardDeviation: 1));
        Assert.Equal(1, RankingMetrics.PrecisionAtK([1, 1], [5, 3], 1));
        Assert.Equal(0, RankingMetrics.PrecisionAtK([1, 1], [3, 5], 1));
    }

    [Theory]
    [InlineData(1, 2.5)]
    [InlineData(2, 1.5)]
    [InlineData(3, 0)]
    [InlineData(9, 0)]
    public void Regret_is_what_the_best_chosen_lacks_in_standard_deviations(int k, double regret) =>
        Assert.Equal(regret, RankingMetrics.RegretAtK([4, 3, 2, 1], [0, 2, 5, 1], k, standardDeviation: 2));

    [Fact]
    public void Precision_agrees_with_its_definition() =>
        Gen.Select(Gen.Select(Gen.Int[-9, 9], Gen.Int[-9, 9]).Array[1, 60], Gen.Int[1, 30]).Sample((pairs, k) =>
        {
            var predicted = Array.ConvertAll(pairs, pair => (double)pair.Item1);
            var actual = Array.ConvertAll(pairs, pair => (double)pair.Item2);
            var chosen = Enumerable.Range(0, pairs.Length).OrderByDescending(i => predicted[i]).Take(k).ToList();
            var hits = chosen.Count(i => actual.Count(other => other > actual[i]) < Math.Ceiling(pairs.Length / 10.0));
            Assert.Equal((double)hits / chosen.Count, RankingMetrics.PrecisionAtK(predicted, actual, k));
        });

    [Fact]
    public void Regret_falls_with_k_and_ends_at_zero() =>
        Gen.Select(Gen.Int[-9, 9], Gen.Int[-9, 9]).Array[1, 30].Sample(pairs =>
        {
            var predicted = Array.ConvertAll(pairs, pair => (double)pair.Item1);
            var actual = Array.ConvertAll(pairs, pair => (double)pair.Item2);
            var regrets = Enumerable.Range(1, pairs.Length).Select(k => RankingMetrics.RegretAtK(predicted, actual, k, 1)).ToList();
            Assert.Equal(regrets.OrderDescending(), regrets);
            Assert.Equal(0, regrets[^1]);
        });

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RankingMetrics.PrecisionAtK([], [], 1));
        Assert.Throws<ArgumentException>(() => RankingMetrics.PrecisionAtK([1, 2], [1], 1));
        Assert.Throws<ArgumentException>(() => RankingMetrics.PrecisionAtK([double.NaN], [1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingMetrics.PrecisionAtK([1], [1], 0));
        Assert.Throws<ArgumentException>(() => RankingMetrics.RegretAtK([], [], 1, 1));
        Assert.Throws<ArgumentException>(() => RankingMetrics.RegretAtK([1], [double.NaN], 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingMetrics.RegretAtK([1], [1], 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingMetrics.RegretAtK([1], [1], 1, double.NaN));
    }
}
