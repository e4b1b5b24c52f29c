using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Trials;

/// <summary>How thoroughly a trial trains. A short training tells good architectures from poor ones at a fraction of the cost.</summary>
public static class TrialFidelity
{
    private const int ShortEpochs = 8;

    /// <summary>A short training for a task: a few epochs at half the channels.</summary>
    /// <param name="task">The task.</param>
    /// <param name="full">The full training that it stands for; the task's default where it is null.</param>
    public static TrainingOptions Short(ITrainingTask task, TrainingOptions? full = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        full ??= new TrainingOptions();
        var protocol = full.Protocol ?? task.GetProtocol(TrainingPreset.Small);
        return full with
        {
            Network = full.Network with { BaseChannels = Math.Max(2, full.Network.BaseChannels / 4 * 2) },
            Protocol = protocol with { Epochs = Math.Min(ShortEpochs, protocol.Epochs) },
            TimeBudget = null,
            Patience = null,
            CheckpointFolder = null,
        };
    }
}
