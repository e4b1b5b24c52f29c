using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Reports;

namespace Surrogates.AutoML.Tests.Reports;

/// <summary>The verdict in each case; intervals by SciPy 1.10.1, scipy.stats.t.interval of the differences.</summary>
public class SearchVerdictTests
{
    private static readonly double[] Baseline = [.78, .77, .79];

    [Fact]
    public void Better() => RequireVerdict(
        "64-41414-1_01_302 is better than the baseline 64-41414-3_33_333: accuracy is 0.0300 higher (95% interval 0.0052 to 0.0548 higher)",
        HandMadeSearch.Create([.81, .81, .81], Baseline));

    [Fact]
    public void Not_shown_to_be_better() => RequireVerdict(
        "64-41414-1_01_302 is not shown to be better than the baseline 64-41414-3_33_333: "
            + "accuracy is 0.0100 higher (95% interval 0.0148 lower to 0.0348 higher)",
        HandMadeSearch.Create([.79, .79, .79], Baseline));

    [Fact]
    public void Not_shown_to_be_worse() => RequireVerdict(
        "64-41414-1_01_302 is not shown to be better than the baseline 64-41414-3_33_333: "
            + "accuracy is 0.0100 lower (95% interval 0.0348 lower to 0.0148 higher)",
        HandMadeSearch.Create([.77, .77, .77], Baseline));

    [Fact]
    public void Worse() => RequireVerdict(
        "64-41414-1_01_302 was best on the validation images, but on the test images it is worse than the baseline 64-41414-3_33_333: "
            + "accuracy is 0.0300 lower (95% interval 0.0052 to 0.0548 lower)",
        HandMadeSearch.Create([.75, .75, .75], Baseline));

    [Fact]
    public void The_same() => RequireVerdict(
        "64-41414-1_01_302 is not shown to be better than the baseline 64-41414-3_33_333: accuracy is the same with every seed",
        HandMadeSearch.Create(Baseline, Baseline));

    [Fact]
    public void The_baseline_itself() => RequireVerdict(
        "The search found nothing better than the baseline 64-41414-3_33_333", HandMadeSearch.Create(Baseline, null));

    [Theory]
    [InlineData(.81, "0.0300 higher")]
    [InlineData(.75, "0.0300 lower")]
    [InlineData(.78, "the same")]
    public void One_seed_cannot_tell(double winner, string difference) => RequireVerdict(
        $"One seed cannot tell whether 64-41414-1_01_302 is better than the baseline 64-41414-3_33_333: accuracy is {difference}",
        HandMadeSearch.Create([winner], [.78]));

    [Theory]
    [InlineData(-.75, "is better than the baseline 64-41414-3_33_333: error is 0.0300 lower (95% interval 0.0052 to 0.0548 lower)")]
    [InlineData(
        -.77,
        "is not shown to be better than the baseline 64-41414-3_33_333: error is 0.0100 lower (95% interval 0.0348 lower to 0.0148 higher)")]
    [InlineData(
        -.81,
        "was best on the validation images, but on the test images it is worse than the baseline 64-41414-3_33_333: "
            + "error is 0.0300 higher (95% interval 0.0052 to 0.0548 higher)")]
    public void Of_a_metric_that_should_be_low(double winner, string verdict) => RequireVerdict(
        $"64-41414-1_01_302 {verdict}",
        HandMadeSearch.Create([winner, winner, winner], [-.78, -.77, -.79], HandMadeSearch.Error));

    private static void RequireVerdict(string expected, ImageSearchResult result)
    {
        Assert.Equal(expected, SearchSummary.Verdict(result));
        Assert.StartsWith($"# {expected}\n\n", SearchSummary.Of(result));
    }
}
