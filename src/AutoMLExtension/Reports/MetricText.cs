using System.Globalization;
using Surrogates.Evaluation;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Reports;

/// <summary>Scores in words, as the users of a metric know it: where lower is better, as the number that is low.</summary>
internal sealed class MetricText(TaskMetric metric)
{
    private const string Digits = "F4";

    /// <summary>A score.</summary>
    public string Value(double score) => double.IsFinite(score) ? Format(metric.ToScore(score)) : "–";

    /// <summary>A mean with its interval.</summary>
    public string Value(ConfidenceInterval interval)
    {
        if (!double.IsFinite(interval.Mean))
        {
            return "failed";
        }

        double[] ends = [.. new[] { metric.ToScore(interval.Lower), metric.ToScore(interval.Upper) }.Order()];
        return double.IsFinite(ends[0])
            ? $"{Value(interval.Mean)} ({Format(ends[0])} to {Format(ends[1])})"
            : $"{Value(interval.Mean)} (one seed, no interval)";
    }

    /// <summary>The mean of a difference of scores: <c>0.0312 higher</c>.</summary>
    public string Difference(double scores) => Amount(scores) == Amount(0) ? "the same" : $"{Amount(scores)} {Direction(scores)}";

    /// <summary>A difference of scores with its interval: <c>0.0312 higher (95% interval 0.0101 to 0.0523 higher)</c>.</summary>
    public string Difference(ConfidenceInterval scores)
    {
        var (low, high) = metric.HigherIsBetter ? (scores.Lower, scores.Upper) : (scores.Upper, scores.Lower);
        if (!double.IsFinite(low))
        {
            return $"{Difference(scores.Mean)} (one seed, no interval)";
        }

        if (low == 0 && high == 0)
        {
            return "the same with every seed";
        }

        var isOneSided = Math.Sign(low) == Math.Sign(high);
        var (near, far) = isOneSided && Math.Abs(low) > Math.Abs(high) ? (high, low) : (low, high);
        var start = isOneSided ? Amount(near) : $"{Amount(near)} {Direction(near)}";
        return $"{Difference(scores.Mean)} (95% interval {start} to {Amount(far)} {Direction(far)})";
    }

    private static string Amount(double score) => Format(Math.Abs(score));

    private static string Format(double value) => value.ToString(Digits, CultureInfo.InvariantCulture);

    private string Direction(double score) => score >= 0 == metric.HigherIsBetter ? "higher" : "lower";
}
