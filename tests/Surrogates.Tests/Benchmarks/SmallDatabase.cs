namespace Surrogates.Tests.Benchmarks;

/// <summary>The dictionaries of the official file with one architecture and one task, to be spoiled in one place.</summary>
internal static class SmallDatabase
{
    public const string Architecture = "64-4111-basic";

    public static Dictionary<string, object?> WithCurve(object? curve) =>
        WithMetrics(new Dictionary<string, object?> { ["valid_top1"] = curve }, 2);

    public static Dictionary<string, object?> WithMetrics(object? metrics, object? totalEpochs) => WithSpace(new Dictionary<string, object?>
    {
        [Architecture] = new Dictionary<string, object?> { ["jigsaw"] = Result(metrics, totalEpochs) },
    });

    public static Dictionary<string, object?> WithSpace(object? macro) => new()
    {
        ["metrics_dict"] = new Dictionary<string, object?> { ["jigsaw"] = new object[] { "valid_top1", "valid_loss" } },
        ["info_names"] = new object[] { "model_params" },
        ["task_list"] = new object[] { "jigsaw" },
        ["data"] = new Dictionary<string, object?> { ["macro"] = macro },
    };

    public static Dictionary<string, object?> Result(object? metrics, object? totalEpochs) => new()
    {
        ["total_epochs"] = totalEpochs,
        ["model_info"] = new Dictionary<string, object?> { ["model_params"] = 3 },
        ["metrics"] = metrics,
    };
}
