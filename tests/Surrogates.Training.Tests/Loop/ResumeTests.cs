using Surrogates.Tests;

namespace Surrogates.Training.Tests.Loop;

/// <summary>A training that was stopped, by whatever, ends as if it had not been.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => SmallTraining.Names;

    private string State => _folder.File("state");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void ACancelledTrainingGoesOnBitForBit(string name)
    {
        var training = SmallTraining.Named(name);
        var uninterrupted = training.Result();

        // At the end of the first epoch, then in the middle of the third.
        training.Into(State).RunUntil(progress => progress.Completed?.Epoch == 1);
        training.Into(State).RunUntil(progress => progress is { Epoch: 3, Completed: null });
        Assert.Equal(uninterrupted, training.Into(State).Result());

        // What is complete is not trained again.
        using var again = training.Into(State).Run(_ => Assert.Fail("There is nothing left to train."));
        Assert.Equal(uninterrupted, SmallTraining.Describe(again));
    }

    [Fact]
    public void ACancelledTrainingLeavesItsWholeEpochs()
    {
        var training = SmallTraining.Named("SGD").Into(State);
        training.RunUntil(progress => progress is { Epoch: 3, Completed: null });
        var first = 0;
        using var network = training.Run(progress => first = first == 0 ? progress.Epoch : first);
        Assert.Equal(3, first);
        Assert.Equal([1, 2, 3, 4], network.Training!.Epochs.Select(epoch => epoch.Epoch));
    }

    [Fact]
    public void ATrainingThatIsCancelledBeforehandDoesNothing()
    {
        var training = SmallTraining.Named("SGD").Into(State);
        Assert.ThrowsAny<OperationCanceledException>(
            () => training.Run(_ => Assert.Fail("A step was taken."), new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(State));
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("adversary")]
    [InlineData("patience")]
    public void AKilledTrainingGoesOnBitForBit(string name)
    {
        _folder.File("name", name);
        for (var i = 0; i < 2; i++)
        {
            using var process = OtherProcess.Start(typeof(ResumeTests), nameof(TrainInThisProcess), _folder.File(""));
            try
            {
                while (!process.HasExited && !(Directory.Exists(State) && Directory.GetFiles(State, "*.checkpoint").Length > 0))
                {
                    Thread.Sleep(1);
                }

                // At any moment: also while a checkpoint is being written.
                Thread.Sleep(Random.Shared.Next(100));
            }
            finally
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        }

        Assert.Single(Directory.GetFiles(State, "*.checkpoint"));
        Assert.Equal(Long(name).Result(), Long(name).Into(State).Result());
    }

    /// <summary>What the other process does; on its own it has nothing to do.</summary>
    [Fact(Explicit = true)]
    public void TrainInThisProcess() =>
        Long(File.ReadAllText(Path.Combine(OtherProcess.Folder, "name"))).Into(Path.Combine(OtherProcess.Folder, "state")).Run().Dispose();

    [Fact]
    public void SeedsShareAFolder()
    {
        var training = SmallTraining.Named("SGD");
        Parallel.For(0, 4, seed => training.With(options => options with { Seed = seed }).Into(State).Result());
        Assert.Equal(4, Directory.GetFiles(State, "*.checkpoint").Length);
    }

    private static SmallTraining Long(string name) => SmallTraining.Named(name).With(protocol => protocol with { Epochs = 40 });
}
