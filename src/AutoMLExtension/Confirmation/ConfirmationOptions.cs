using Surrogates.Training.Loop;

namespace Surrogates.AutoML.Confirmation;

/// <summary>How finalists are confirmed.</summary>
public sealed record ConfirmationOptions
{
    /// <summary>Full trainings of each finalist, each from another seed, on which the winner is chosen; 1 or more, default 3.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>
    /// Full trainings of the winner and of the baseline, from seeds that did not choose the winner, on which both are tested; 1 or more,
    /// default 3.
    /// </summary>
    public int TestSeeds { get; init; } = 3;

    /// <summary>Size, protocol, device and first seed of a full training.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>The most trainings side by side; 1 or more, default one a processor. Results do not depend on it.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    internal ConfirmationOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Seeds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(TestSeeds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Parallelism, 1);
        return this;
    }
}
