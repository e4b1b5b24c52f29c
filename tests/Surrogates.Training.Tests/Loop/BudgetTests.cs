using Surrogates.Training.Loop;

namespace Surrogates.Training.Tests.Loop;

/// <summary>Trainings that end before their last epoch, and what they tell on the way.</summary>
public sealed class BudgetTests
{
    private readonly List<TrainingProgress> _reports = [];

    public static TheoryData<string> Names => SmallTraining.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void SharesAscendToOne(string name)
    {
        using var network = SmallTraining.Named(name).Run(_reports.Add);
        RequireAscent();
        Assert.All(_reports, report => Assert.Equal(4, report.Epochs));
        Assert.Equal(network.Training!.Epochs, _reports.Select(report => report.Completed).OfType<EpochResult>());
        Assert.Equal(network.Training.End == TrainingEnd.Completed, _reports[^1].Share == 1);
    }

    [Fact]
    public void SharesOfAResumedTrainingAscendToOneToo()
    {
        using var folder = new Surrogates.Tests.TemporaryFolder();
        var training = SmallTraining.Named("SGD").Into(folder.File("state"));
        training.RunUntil(progress => progress.Completed?.Epoch == 2);
        training.Run(_reports.Add).Dispose();
        RequireAscent();
        Assert.True(_reports[0].Share > .5);
        Assert.Equal(1, _reports[^1].Share);
    }

    [Fact]
    public void EarlyStoppingTakesTheBestEpochsWeights()
    {
        // Of 8 pictures, the accuracy can become better at most 8 times: it ends, however it goes.
        var training = SmallTraining.Named("patience").With(protocol => protocol with { Epochs = 1000 });
        using var network = training.Run();
        var (summary, metric) = (network.Training!, network.Task.Metric.Name);
        Assert.Equal(TrainingEnd.StoppedEarly, summary.End);
        var best = summary.Epochs.MaxBy(epoch => epoch.Validation![metric])!;
        Assert.Same(best, summary.Final);
        Assert.Equal(best.Epoch + 3, summary.Epochs.Count);
        Assert.Equal(best.Validation, network.Evaluate(training.Validation));
    }

    [Fact]
    public void WhereLowerIsBetterEarlyStoppingTakesTheLowest()
    {
        var training = SmallTraining.Named("Adam").With(options => options with { Patience = 1 })
            .With(protocol => protocol with { Epochs = 30, Optimizer = protocol.Optimizer with { LearningRate = .5 } });
        training = training with { Task = new Tasks.BrightnessTask() };
        using var network = training.Run();
        var errors = network.Training!.Epochs.Select(epoch => epoch.Validation!["error"]).ToArray();
        Assert.Equal(errors.Min(), network.Training.Final!.Validation!["error"]);
        Assert.Equal(errors.Min(), network.Evaluate(training.Validation)["error"]);
    }

    [Fact]
    public void TheBestEpochCountsAlsoWhereAllWereTrained()
    {
        var training = SmallTraining.Named("patience").With(options => options with { Patience = 100 });
        using var network = training.Run();
        Assert.Equal(TrainingEnd.Completed, network.Training!.End);
        Assert.Equal(network.Training.Epochs.Max(epoch => epoch.Validation!["accuracy"]), network.Evaluate(training.Validation)["accuracy"]);
    }

    [Fact]
    public void ATimeForNothingEndsBeforeTheFirstEpochDoes()
    {
        using var network = SmallTraining.Named("SGD").With(options => options with { TimeBudget = TimeSpan.FromTicks(1) }).Run(_reports.Add);
        Assert.Equal(TrainingEnd.OutOfTime, network.Training!.End);
        Assert.Empty(network.Training.Epochs);
        Assert.Null(network.Training.Final);
        Assert.Empty(_reports);
    }

    [Fact]
    public void EpochsAreReducedToTheTime()
    {
        var training = SmallTraining.Named("SGD").With(protocol => protocol with { Epochs = 100_000 })
            .With(options => options with { TimeBudget = TimeSpan.FromSeconds(1) });
        using var network = training.Run(_reports.Add);
        var summary = network.Training!;
        Assert.Equal(TrainingEnd.OutOfTime, summary.End);
        Assert.True(summary.Epochs.Count < 100_000);
        RequireAscent();
        Assert.All(_reports.Zip(_reports.Skip(1)), pair => Assert.True(pair.Second.Epochs <= pair.First.Epochs));

        // As planned, the rate falls to 0; where the time was over before, the plan was for more.
        if (summary.Epochs.Count > 1 && summary.Epochs.Count == _reports[^1].Epochs)
        {
            Assert.True(summary.Epochs[^1].LearningRate < summary.Epochs.Max(epoch => epoch.LearningRate));
        }
    }

    [Fact]
    public void TimeThatSufficesChangesNothing()
    {
        var training = SmallTraining.Named("SGD");
        Assert.Equal(training.Result(), training.With(options => options with { TimeBudget = TimeSpan.FromHours(1) }).Result());
    }

    private void RequireAscent()
    {
        Assert.All(_reports, report => Assert.InRange(report.Share, 0, 1));
        Assert.All(_reports.Zip(_reports.Skip(1)), pair => Assert.True(pair.Second.Share >= pair.First.Share));
    }
}
