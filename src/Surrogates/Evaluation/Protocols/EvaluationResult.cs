namespace Surrogates.Evaluation.Protocols;

/// <summary>How well a kind of surrogate predicts a task from some training architectures, over repeats.</summary>
public sealed record EvaluationResult
{
    /// <summary>The task.</summary>
    public required string Task { get; init; }

    /// <summary>The kind of surrogate.</summary>
    public required string Model { get; init; }

    /// <summary>The number of training architectures.</summary>
    public required int TrainSize { get; init; }

    /// <summary>The number of repeats.</summary>
    public required int Repeats { get; init; }

    /// <summary>Kendall's tau-b on the test architectures.</summary>
    public required MeanAndDeviation Kendall { get; init; }

    /// <summary>Spearman's rank correlation on the test architectures.</summary>
    public required MeanAndDeviation Spearman { get; init; }

    /// <summary>The share of the predicted best 10 that are among the true best 10%.</summary>
    public required MeanAndDeviation PrecisionAt10 { get; init; }

    /// <summary>Best true value minus the true value of the predicted best, in the table's standard deviations.</summary>
    public required MeanAndDeviation RegretAt1 { get; init; }

    /// <summary>Best true value minus the best true value among the predicted best 10, in the table's standard deviations.</summary>
    public required MeanAndDeviation RegretAt10 { get; init; }

    /// <summary>The share of the test values that lie in their 90% interval.</summary>
    public required MeanAndDeviation Coverage90 { get; init; }

    /// <summary>Mean seconds of a fit, calibration included.</summary>
    public required double FitSeconds { get; init; }

    /// <summary>Mean seconds to predict all <see cref="Candidates"/>, encoding included.</summary>
    public required double PredictSeconds { get; init; }

    /// <summary>Mean number of test architectures.</summary>
    public required int Candidates { get; init; }
}
