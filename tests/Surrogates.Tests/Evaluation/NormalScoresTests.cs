using CsCheck;
using Surrogates.Evaluation;

namespace Surrogates.Tests.Evaluation;

public class NormalScoresTests
{
    // SciPy 1.10.1, norm.ppf((rankdata(v) - 0.375) / (5 + 0.25)).
    [Fact]
    public void Scores_are_the_quantiles_of_Bloms_positions()
    {
        double[] expected = [0, -0.7916386077433746, 0.49720057068155404, -0.7916386077433746, 1.1797611176118612];
        var scores = NormalScores.Of([3, 1, 4, 1, 5]);
        Assert.All(scores, (score, i) => Assert.Equal(expected[i], score, precision: 14));
    }

    [Fact]
    public void Scores_keep_the_order_and_no_more() =>
        Gen.Int[-20, 20].Select(value => (double)value).Array[0, 40].Sample(values =>
        {
            var scores = NormalScores.Of(values);
            Assert.Equal(Ranking.AverageRanks(values), Ranking.AverageRanks(scores));
            Assert.Equal(scores, NormalScores.Of(Array.ConvertAll(values, value => (value * value * value) + 1)));
        });

    [Fact]
    public void Few_values_have_scores() => Assert.Equal([0], NormalScores.Of([42]));

    [Fact]
    public void What_has_no_rank_is_refused() => Assert.Throws<ArgumentException>(() => NormalScores.Of([double.NaN]));
}
