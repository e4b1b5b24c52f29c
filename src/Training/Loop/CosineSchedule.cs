namespace Surrogates.Training.Loop;

/// <summary>A learning rate that rises linearly and then falls to 0 along half a cosine.</summary>
/// <remarks>Loshchilov, Hutter: "SGDR: Stochastic Gradient Descent with Warm Restarts", ICLR 2017 (without restarts).</remarks>
/// <param name="Peak">The highest rate.</param>
/// <param name="WarmUpSteps">Steps to the highest rate.</param>
/// <param name="Steps">All steps.</param>
internal readonly record struct CosineSchedule(double Peak, double WarmUpSteps, long Steps)
{
    /// <summary>The rate of a step, counted from 0.</summary>
    public double GetRate(long step) => step + 1 <= WarmUpSteps
        ? Peak * (step + 1) / WarmUpSteps
        : Peak * .5 * (1 + Math.Cos(Math.PI * Math.Min(1, (step - WarmUpSteps) / Math.Max(1, Steps - WarmUpSteps))));
}
