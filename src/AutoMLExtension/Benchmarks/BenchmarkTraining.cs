namespace Surrogates.AutoML.Benchmarks;

/// <summary>One training of a benchmark.</summary>
/// <param name="Task">The task.</param>
/// <param name="Architecture">The architecture's text.</param>
/// <param name="Seed">The seed of weights, order and augmentation.</param>
public sealed record BenchmarkTraining(string Task, string Architecture, int Seed)
{
    /// <summary>A hash of what the training depends on besides (<see cref="Training.Loop.TrainingIdentity"/>).</summary>
    public string Protocol { get; init; } = "";

    /// <summary>The validation metric after each epoch, higher is better; empty where the training failed.</summary>
    public IReadOnlyList<double> Curve { get; init; } = [];

    /// <summary>Seconds that the training took, validation included.</summary>
    public double Seconds { get; init; }

    /// <summary>Why the training failed, in one line, or null.</summary>
    public string? Failure { get; init; }

    /// <summary>The metric after the last epoch; NaN where the training failed.</summary>
    public double Last => Curve is [.., var last] ? last : double.NaN;

    /// <summary>The metric after the best epoch; NaN where the training failed.</summary>
    public double Best => Curve.Count > 0 ? Curve.Max() : double.NaN;
}
