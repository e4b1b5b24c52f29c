using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Reports;

namespace Surrogates.AutoML.Tests.Reports;

public class SurrogateQualityTests
{
    private static readonly ImageSearchResult Result = HandMadeSearch.Create([.81, .81], [.78, .77]);

    [Fact]
    public void Failed_trials_do_not_count()
    {
        // Values .70, .60, .50 and a failure; ranks 3, 2, 1 against 2, 3, 1.
        var quality = SurrogateQuality.Of(Result);
        Assert.Equal((.5, 3), (quality.LeftOutSpearman, quality.LeftOutTrials));
    }

    [Theory]
    [InlineData(1, .9, .8, .7)]
    [InlineData(-1, .1, .2, .3)]
    [InlineData(0, .5, .5, .5)]
    public void The_order_decides(double expected, params double[] predictions) =>
        Assert.Equal(expected, SurrogateQuality.Of(Result with { LeftOutPredictions = [.. predictions, double.NaN] }).LeftOutSpearman, 12);

    [Fact]
    public void Two_trials_have_no_correlation()
    {
        var quality = SurrogateQuality.Of(Result with { LeftOutPredictions = [.6, double.NaN, .5, double.NaN] });
        Assert.Equal((true, 2), (double.IsNaN(quality.LeftOutSpearman), quality.LeftOutTrials));
    }

    [Fact]
    public void Candidates_that_failed_or_were_not_predicted_do_not_count()
    {
        // Two of the three have a value and a prediction.
        var quality = SurrogateQuality.Of(Result);
        Assert.Equal((true, 2), (double.IsNaN(quality.ConfirmedSpearman), quality.ConfirmedCandidates));
    }

    [Fact]
    public void Predicted_and_confirmed_are_compared()
    {
        var confirmation = Result.Confirmation with
        {
            Candidates = [.. Result.Confirmation.Candidates.SkipLast(1), new(HandMadeSearch.Other, false, [.5, .5], 1)],
        };
        var quality = SurrogateQuality.Of(Result with { Confirmation = confirmation });
        Assert.Equal((1, 3), (quality.ConfirmedSpearman, quality.ConfirmedCandidates));
        Assert.Contains("Over these 3, Spearman's correlation of predicted and confirmed values is 1.00.", SearchSummary.Of(Result with { Confirmation = confirmation }));
    }

    [Fact]
    public void A_result_is_needed() => Assert.Throws<ArgumentNullException>(() => SurrogateQuality.Of(null!));
}
