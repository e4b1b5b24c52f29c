using System.Globalization;
using Surrogates.Training.Loop;
using Surrogates.Training.Tasks;

namespace Surrogates.Cli.Commands.Train;

/// <summary>An epoch as a line.</summary>
internal static class EpochLine
{
    public static string Of(EpochResult epoch, int epochs, int? seed, ITrainingTask task)
    {
        var validation = epoch.Validation is { } metrics
            ? string.Create(CultureInfo.InvariantCulture, $", validation {task.Metric.Name} {metrics[task.Metric.Name]:F4}")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(seed is null ? "" : $"seed {seed}, ")}epoch {epoch.Epoch} of {epochs}: loss {epoch.TrainingLoss:F4}{validation}, {epoch.Seconds:F0} s");
    }
}
