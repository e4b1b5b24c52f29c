using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Tests.Trials;

public sealed class TrainingTrialRunnerTests : IDisposable
{
    private static readonly Architecture[] Some = SmallTrainings.Distinct(4);

    private readonly ITrainingTask _task;
    private readonly ImageSplits _images;

    public TrainingTrialRunnerTests() => (_task, _images) = SmallTrainings.Regression();

    public void Dispose() => _images.Dispose();

    [Fact]
    public void The_value_is_the_metric_on_the_validation_images()
    {
        var options = SmallTrainings.Options(_task);
        var trial = Run(options, Some[0]);
        using var network = NetworkTrainer.Train(Some[0], _task, _images.Train, null, options);
        Assert.Equal(network.Evaluate(_images.Validation)["r2"], trial.Value);
        Assert.Equal(Some[0], trial.Architecture);
        Assert.False(trial.Failed);
        Assert.Null(trial.Failure);
        Assert.True(trial.Seconds > 0);
    }

    [Fact]
    public void A_metric_that_should_be_low_is_a_value_that_should_be_high()
    {
        var options = SmallTrainings.Options(_task);
        var task = new ChangedTask(_task, metric: new TaskMetric("loss", HigherIsBetter: false, "squared error"));
        var runner = new TrainingTrialRunner(task, _images.Train, _images.Validation, options);
        using var network = NetworkTrainer.Train(Some[0], _task, _images.Train, null, options);
        Assert.Equal(-network.Evaluate(_images.Validation)["loss"], runner.Run(Some[0], TestContext.Current.CancellationToken).Value);
    }

    [Fact]
    public void A_training_that_diverges_is_a_failed_trial_with_its_reason()
    {
        var trial = Run(SmallTrainings.Diverging(_task), Some[0]);
        Assert.True(trial.Failed);
        Assert.NotNull(trial.Failure);
        Assert.NotEqual("", trial.Failure);
        Assert.DoesNotContain('\n', trial.Failure);
        Assert.True(trial.Seconds > 0);
    }

    [Fact]
    public void Trials_side_by_side_find_the_same()
    {
        var runner = Runner(SmallTrainings.Options(_task));
        double[] one = [.. Some.Select(architecture => runner.Run(architecture, TestContext.Current.CancellationToken).Value)];
        var together = new double[Some.Length];
        Parallel.For(0, Some.Length, i => together[i] = runner.Run(Some[i], CancellationToken.None).Value);
        Assert.Equal(one, together);
        Assert.Equal(Some.Length, one.Distinct().Count());
    }

    [Fact]
    public void Cancellation_is_no_failed_trial() => Assert.ThrowsAny<OperationCanceledException>(
        () => Runner(SmallTrainings.Options(_task)).Run(Some[0], new CancellationToken(canceled: true)));

    [Fact]
    public void Without_validation_images_there_is_no_value() => Assert.Contains(
        "no validation images",
        Assert.Throws<InputException>(() => new TrainingTrialRunner(
            _task, _images.Train, new ImageSubset(_images.Dataset, []), SmallTrainings.Options(_task))).Message);

    [Fact]
    public void What_is_missing_is_refused()
    {
        var options = SmallTrainings.Options(_task);
        Assert.Throws<ArgumentNullException>(() => new TrainingTrialRunner(null!, _images.Train, _images.Validation, options));
        Assert.Throws<ArgumentNullException>(() => new TrainingTrialRunner(_task, null!, _images.Validation, options));
        Assert.Throws<ArgumentNullException>(() => new TrainingTrialRunner(_task, _images.Train, null!, options));
        Assert.Throws<ArgumentNullException>(() => new TrainingTrialRunner(_task, _images.Train, _images.Validation, null!));
        Assert.Throws<ArgumentNullException>(() => Run(options, null!));
    }

    private TrainingTrialRunner Runner(TrainingOptions options) => new(_task, _images.Train, _images.Validation, options);

    private TrialResult Run(TrainingOptions options, Architecture architecture) =>
        Runner(options).Run(architecture, TestContext.Current.CancellationToken);
}
