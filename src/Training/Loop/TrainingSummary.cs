namespace Surrogates.Training.Loop;

/// <summary>Why a training ended.</summary>
public enum TrainingEnd
{
    /// <summary>All epochs were trained.</summary>
    Completed,

    /// <summary>The validation metric had not become better for long enough.</summary>
    StoppedEarly,

    /// <summary>The time was over.</summary>
    OutOfTime,
}

/// <summary>How a training went.</summary>
/// <param name="Epochs">Its epochs.</param>
/// <param name="Final">The epoch whose weights the network has; null where time was over before the first had ended.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Seconds">Seconds of training and validation, without time in which it was stopped.</param>
/// <param name="StepMilliseconds">
/// Median milliseconds of forward pass, loss, backward pass and optimizer for a batch in memory, after three steps to warm up.
/// </param>
/// <param name="Parameters">Weights of the whole network, head included.</param>
/// <param name="BatchSize">Pictures a step.</param>
/// <param name="HalvedBatches">Whether batches had to be computed in halves, for lack of memory.</param>
public sealed record TrainingSummary(
    IReadOnlyList<EpochResult> Epochs,
    EpochResult? Final,
    TrainingEnd End,
    double Seconds,
    double StepMilliseconds,
    long Parameters,
    int BatchSize,
    bool HalvedBatches);
