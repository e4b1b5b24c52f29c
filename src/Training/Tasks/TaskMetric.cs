namespace Surrogates.Training.Tasks;

/// <summary>What a task is judged by.</summary>
/// <param name="Name">Its name among the metrics of an epoch, such as <c>accuracy</c>.</param>
/// <param name="HigherIsBetter">Whether more is better.</param>
/// <param name="Description">What it is, with its unit.</param>
public sealed record TaskMetric(string Name, bool HigherIsBetter, string Description)
{
    /// <summary>The value as a number of which higher is better.</summary>
    public double ToScore(double value) => HigherIsBetter ? value : -value;
}
