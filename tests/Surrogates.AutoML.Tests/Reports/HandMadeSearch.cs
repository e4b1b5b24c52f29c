using Surrogates.Architectures;
using Surrogates.AutoML.Confirmation;
using Surrogates.AutoML.Experiments;
using Surrogates.AutoML.Trials;
using Surrogates.Models;
using Surrogates.Training.Tasks;
using Surrogates.Trees;

namespace Surrogates.AutoML.Tests.Reports;

/// <summary>Results of searches that never ran.</summary>
internal static class HandMadeSearch
{
    public static readonly TaskMetric Error = new("error", HigherIsBetter: false, "mean distance in pixels");

    public static readonly Architecture Baseline = Parse("64-41414-3_33_333");

    public static readonly Architecture Found = Parse("64-41414-1_01_302");

    public static readonly Architecture Other = Parse("64-41414-2_22_222");

    private static readonly ITrainingTask Task = SmallTrainings.Classification().Task;

    public static Architecture Parse(string text) => SearchSpaces.Micro.Parse(text);

    public static TaskMetric Metric => Task.Metric;

    /// <summary>A search of four trials, the last of which failed, with two finalists.</summary>
    /// <param name="winner">The winner's scores on the test images.</param>
    /// <param name="baseline">The baseline's; null where it is the winner.</param>
    /// <param name="metric">The metric; null for accuracy.</param>
    public static ImageSearchResult Create(double[] winner, double[]? baseline, TaskMetric? metric = null)
    {
        // Of a metric that should be low, scores are negative.
        var sign = metric is { HigherIsBetter: false } ? -1 : 1;
        TrialResult[] trials =
        [
            new(Found, sign * .70) { Seconds = 2 },
            new(Other, sign * .60) { Seconds = 3 },
            new(Parse("64-41414-0_30_102"), sign * .50) { Seconds = 2.5 },
            new(Parse("64-41414-1_11_111"), double.NaN)
            {
                Seconds = 1, Failure = "the loss is not finite at step 3; a lower learning rate may help.",
            },
        ];
        var tested = new ConfirmedArchitecture(baseline is null ? Baseline : Found, baseline is null, winner, 60);
        var confirmed = new ConfirmedArchitecture(Found, false, [sign * .81, sign * .80, sign * .82], 30);
        var other = new ConfirmedArchitecture(Other, false, [sign * .75, double.NaN, sign * .74], 30);
        var expected = new ConfirmedArchitecture(Baseline, true, [sign * .78, sign * .79, sign * .77], 30);
        return new ImageSearchResult
        {
            Task = new ChangedTask(Task, metric: metric),
            Space = SearchSpaces.Micro,
            Tuner = "surrogate",
            Trials = trials,
            LeftOutPredictions = [sign * .62, sign * .66, sign * .55, double.NaN],
            Surrogate = new ExtraTreesSurrogateTrainer(new ExtraTreesOptions { NumberOfTrees = 2 }).Fit(
                new TrainingSet(SearchSpaces.Micro, "trials", [Found, Other], [.7, .6])),
            Finalists = [(Found, sign * .69), (Other, sign * .61), (Baseline, sign * .65)],
            Confirmation = new ConfirmationResult(
                baseline is null ? [expected, confirmed, other] : [confirmed, expected, other],
                tested,
                baseline is null ? tested : new ConfirmedArchitecture(Baseline, true, baseline, 60),
                null!),
            TrialSeconds = 8.5,
            ConfirmationSeconds = 210,
            TunerSeconds = .25,
        };
    }
}
