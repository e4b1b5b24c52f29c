using Surrogates.Evaluation;
using Surrogates.Training.Models;

namespace Surrogates.AutoML.Confirmation;

/// <summary>What confirmation found.</summary>
/// <param name="Candidates">Finalists and baseline on the validation images, best first.</param>
/// <param name="Winner">The best of them, on the test images, over seeds that did not choose it.</param>
/// <param name="Baseline">The baseline on the test images over the same seeds; the winner itself where it is the baseline.</param>
/// <param name="Network">The winner's network of the first of these seeds, to hand over.</param>
public sealed record ConfirmationResult(
    IReadOnlyList<ConfirmedArchitecture> Candidates, ConfirmedArchitecture Winner, ConfirmedArchitecture Baseline, TrainedNetwork Network)
{
    /// <summary>The winner's advantage over the baseline on the test images, paired by seed, with its 95% interval.</summary>
    public ConfidenceInterval Advantage => StudentInterval.OfMean(
        [.. Winner.Scores.Zip(Baseline.Scores, (winner, baseline) => winner - baseline)]);
}
