namespace Surrogates.Evaluation;

/// <summary>An estimated mean with the interval in which it lies at a stated level.</summary>
/// <param name="Mean">The mean of the values.</param>
/// <param name="Lower">The interval's lower end.</param>
/// <param name="Upper">The interval's upper end.</param>
public readonly record struct ConfidenceInterval(double Mean, double Lower, double Upper)
{
    /// <summary>
    /// Whether a value lies in the interval, ends included. A difference whose interval does not contain 0 is significant.
    /// </summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;
}
