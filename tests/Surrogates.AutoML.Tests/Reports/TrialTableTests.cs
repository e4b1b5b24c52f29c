using Surrogates.Architectures;
using Surrogates.AutoML.Reports;
using Surrogates.AutoML.Trials;
using Surrogates.Benchmarks;
using Surrogates.Models;
using Surrogates.Tests;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Tests.Reports;

public sealed class TrialTableTests : IDisposable
{
    private static readonly ITrainingTask Task = SmallTrainings.Classification().Task;

    private static readonly TrialResult[] Trials =
    [
        new(HandMadeSearch.Found, 2 / 3.0) { Seconds = 1.5 },
        new(HandMadeSearch.Other, double.NaN) { Seconds = .25, Failure = "the loss is not finite" },
        new(HandMadeSearch.Baseline, .5) { Seconds = 2 },
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_trial_is_a_row_that_reads_back()
    {
        var table = WrittenAndRead([.6, double.NaN, .55]);
        Assert.Equal(Trials.Select(trial => trial.Architecture.Text), table.Architectures);
        Assert.Equal(["accuracy", "predicted", "seconds"], table.Tasks);
        Assert.Equal([2 / 3.0, double.NaN, .5], table.Column("accuracy").ToArray());
        Assert.Equal([.6, double.NaN, .55], table.Column("predicted").ToArray());
        Assert.Equal([1.5, .25, 2], table.Column("seconds").ToArray());
    }

    [Fact]
    public void Without_predictions_it_reads_back_too() =>
        Assert.All(WrittenAndRead(null).Column("predicted").ToArray(), value => Assert.True(double.IsNaN(value)));

    [Fact]
    public void A_surrogate_can_be_fitted_from_it()
    {
        var known = TrainingSet.From(WrittenAndRead(null), "accuracy", SearchSpaces.Micro);
        Assert.Equal([2 / 3.0, .5], known.Values);
        var surrogate = SurrogateTrainers.Default.Fit(known, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(double.IsFinite(surrogate.Predict(HandMadeSearch.Other).Score));
    }

    [Fact]
    public void What_is_missing_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => TrialTable.Of(null!, Trials));
        Assert.Throws<ArgumentNullException>(() => TrialTable.Of(Task, null!));
    }

    private BenchmarkTable WrittenAndRead(double[]? predictions)
    {
        var path = _folder.File("trials.csv");
        TrialTable.Of(Task, Trials, predictions).Save(path);
        return BenchmarkTable.Load(path, cancellationToken: TestContext.Current.CancellationToken);
    }
}
