namespace Surrogates.Evaluation.Protocols;

/// <summary>A number over repeats.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Std">The sample standard deviation; 0 where there is one repeat.</param>
public readonly record struct MeanAndDeviation(double Mean, double Std)
{
    /// <summary>Mean and deviation of some numbers.</summary>
    public static MeanAndDeviation Of(IEnumerable<double> numbers)
    {
        double[] all = [.. numbers];
        return new MeanAndDeviation(SampleStatistics.Mean(all), SampleStatistics.StandardDeviation(all));
    }
}
