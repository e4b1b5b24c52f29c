using CsCheck;
using Surrogates.AutoML.Trials;
using Surrogates.Training.Loop;
using Surrogates.Training.Networks;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Tests.Trials;

public class TrialFidelityTests
{
    private static readonly ITrainingTask Task = SmallTrainings.Classification().Task;

    [Fact]
    public void A_short_training_is_never_longer_or_larger_and_always_possible() =>
        Gen.Select(Gen.Int[1, 500], Gen.Int[1, 2048]).Sample((epochs, half) =>
        {
            var full = Full(epochs, 2 * half);
            var options = TrialFidelity.Short(Task, full);
            options.Network.Validate();
            Assert.InRange(options.Network.BaseChannels, 2, full.Network.BaseChannels);
            Assert.InRange(options.Protocol!.Epochs, 1, full.Protocol!.Epochs);
            Assert.InRange(options.Protocol.Epochs, 1, 8);
        });

    [Fact]
    public void By_default_it_is_eight_epochs_at_half_the_channels()
    {
        var options = TrialFidelity.Short(Task);
        Assert.Equal((8, new NetworkOptions().BaseChannels / 2), (options.Protocol!.Epochs, options.Network.BaseChannels));
        Assert.Equal(Task.GetProtocol(TrainingPreset.Small) with { Epochs = 8 }, options.Protocol);
    }

    [Fact]
    public void All_else_is_as_in_the_full_training()
    {
        var full = Full(100, 32) with { Seed = 9, Precision = Precision.Float32, Device = TrainingDevice.Find("cpu") };
        Assert.Equal(
            full with { Network = full.Network with { BaseChannels = 16 }, Protocol = full.Protocol! with { Epochs = 8 } },
            TrialFidelity.Short(Task, full));
    }

    [Fact]
    public void It_has_no_budget_patience_or_checkpoint_of_its_own()
    {
        var full = Full(100, 32);
        var budgeted = full with { TimeBudget = TimeSpan.FromMinutes(1), Patience = 3, CheckpointFolder = "state" };
        Assert.Equal(TrialFidelity.Short(Task, full), TrialFidelity.Short(Task, budgeted));
    }

    [Fact]
    public void A_task_is_needed() => Assert.Throws<ArgumentNullException>(() => TrialFidelity.Short(null!));

    private static TrainingOptions Full(int epochs, int channels) => new()
    {
        Network = new NetworkOptions { BaseChannels = channels, Modules = 3 },
        Protocol = Task.GetProtocol(TrainingPreset.Small) with { Epochs = epochs },
    };
}
