using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Reports;
using Surrogates.AutoML.Trials;

namespace Surrogates.AutoML.Tests.Reports;

public class SearchSummaryTests
{
    private static readonly ImageSearchResult Better = HandMadeSearch.Create([.81, .81, .81], [.78, .77, .79]);

    [Fact]
    public void The_whole_reads_like_this()
    {
        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Summary.md"));
        Assert.Equal(expected.ReplaceLineEndings("\n"), SearchSummary.Of(Better));
    }

    [Fact]
    public void Where_the_baseline_wins_it_is_told_alone()
    {
        var text = SearchSummary.Of(HandMadeSearch.Create([.78, .77, .79], null));
        Assert.Contains("## The baseline on the test images\n\nThe baseline won. It was trained anew ", text);
        Assert.Contains("|---|---|---|\n| winner, baseline | `64-41414-3_33_333` | 0.7800 (0.7552 to 0.8048) |\n\nThe network that is handed over", text);
        Assert.Contains("| 12 full trainings |", text);
        Assert.Contains("| `64-41414-3_33_333` | 0.6500 | 0.7800 (0.7552 to 0.8048) | winner, baseline |", text);
    }

    [Fact]
    public void A_metric_that_should_be_low_is_shown_as_its_users_know_it()
    {
        var text = SearchSummary.Of(HandMadeSearch.Create([-.75, -.75, -.75], [-.78, -.77, -.79], HandMadeSearch.Error));
        Assert.Contains("The metric is error: mean distance in pixels. Lower is better.", text);
        Assert.Contains("The best trial was `64-41414-0_30_102` with 0.5000; the median is 0.6000.", text);
        Assert.Contains("| baseline | `64-41414-3_33_333` | 0.7800 (0.7552 to 0.8048) |", text);
        Assert.DoesNotContain("-0.", text);
    }

    [Fact]
    public void One_seed_has_no_interval()
    {
        var text = SearchSummary.Of(HandMadeSearch.Create([.81], [.78]));
        Assert.Contains("from one seed that did not choose the winner", text);
        Assert.Contains("| winner | `64-41414-1_01_302` | 0.8100 (one seed, no interval) |", text);
        Assert.Contains("the winner's accuracy is 0.0300 higher (one seed, no interval).", text);
    }

    [Fact]
    public void Several_failures_are_counted_and_the_first_is_told()
    {
        TrialResult[] trials = [Better.Trials[0], new(HandMadeSearch.Other, double.NaN) { Failure = "out of memory" }, Better.Trials[3]];
        var text = SearchSummary.Of(Better with { Trials = trials, LeftOutPredictions = [.6, double.NaN, double.NaN] });
        Assert.Contains("2 trials failed, the first `64-41414-2_22_222`: out of memory.\n", text);
        Assert.Contains("Too few trials succeeded to tell.", text);
    }

    [Fact]
    public void Without_failures_none_is_told() =>
        Assert.DoesNotContain("failed,", SearchSummary.Of(Better with { Trials = [.. Better.Trials.Take(3)] }));

    [Fact]
    public void Without_a_surrogate_predicted_is_what_was_reached() => Assert.Contains(
        "Predicted is what the brief training reached", SearchSummary.Of(Better with { Surrogate = null }));

    [Theory]
    [InlineData(99.94, "99.9 s")]
    [InlineData(100, "1.7 min")]
    [InlineData(7200, "2.0 h")]
    public void Times_are_in_units_that_suit_them(double seconds, string time) =>
        Assert.Contains($"| 4 trials | {time} |", SearchSummary.Of(Better with { TrialSeconds = seconds }));
}
