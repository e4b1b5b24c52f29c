namespace Surrogates.Benchmarks;

/// <summary>What the metrics of TransNAS-Bench-101 mean.</summary>
public static class TransNasMetrics
{
    private static readonly Dictionary<string, string> ValidationMetrics = new(StringComparer.Ordinal)
    {
        ["class_scene"] = "valid_top1",
        ["class_object"] = "valid_top1",
        ["jigsaw"] = "valid_top1",
        ["room_layout"] = "valid_neg_loss",
        ["segmentsemantic"] = "valid_mIoU",
        ["normal"] = "valid_ssim",
        ["autoencoder"] = "valid_ssim",
    };

    /// <summary>The validation metric by which a task's architectures are compared, such as <c>valid_top1</c>; higher is better.</summary>
    /// <exception cref="InputException">The benchmark has no such task.</exception>
    public static string Validation(string task) =>
        ValidationMetrics.TryGetValue(task, out var metric)
            ? metric
            : throw new InputException(
                $"no validation metric is known for the task {Quoted.Show(task)}, only for {Quoted.List(ValidationMetrics.Keys)}; "
                + "name the metric.");

    /// <summary>
    /// Whether lower is better: for losses, which end in <c>_loss</c> (not <c>neg_loss</c>, a loss that is negated
    /// already), and for <c>time_elapsed</c>.
    /// </summary>
    public static bool IsLowerBetter(string metric) =>
        metric == "time_elapsed"
        || (metric.EndsWith("_loss", StringComparison.Ordinal) && !metric.EndsWith("neg_loss", StringComparison.Ordinal));

    /// <summary>The epoch of the best value, the first of equals, NaN apart; −1 where there is none.</summary>
    internal static int BestEpoch(string metric, ReadOnlySpan<double> curve)
    {
        var best = -1;
        var isLowerBetter = IsLowerBetter(metric);
        for (var epoch = 0; epoch < curve.Length; epoch++)
        {
            if (!double.IsNaN(curve[epoch])
                && (best < 0 || (isLowerBetter ? curve[epoch] < curve[best] : curve[epoch] > curve[best])))
            {
                best = epoch;
            }
        }

        return best;
    }
}
