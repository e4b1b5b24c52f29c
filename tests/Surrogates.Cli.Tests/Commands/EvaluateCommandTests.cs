using Surrogates.Cli.Tests.Hosting;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_has_an_element_a_task_model_and_size()
    {
        var table = SmallTable.Write(_folder);
        var results = (await CommandLineRun.Json(
            "evaluate", "--benchmark", table, "--model", "extratrees,gp", "--train-size", "10,20", "--repeats", "2")).EnumerateArray().ToList();
        Assert.Equal(2 * 2 * 2, results.Count);
        Assert.All(results, result => Assert.Equal(
            [
                "space", "task", "model", "sources", "trainSize", "repeats", "split", "features", "kendall", "spearman", "precisionAt10",
                "regretAt1", "regretAt10", "coverage90", "fitSeconds", "predictSeconds", "candidates",
            ],
            result.EnumerateObject().Select(member => member.Name)));
        var first = results[0];
        Assert.Equal("micro", first.GetProperty("space").GetString());
        Assert.Equal("none", first.GetProperty("sources").GetString());
        Assert.Equal("string", first.GetProperty("split").GetString());
        Assert.Equal(110, first.GetProperty("candidates").GetInt32());
        Assert.Equal(["mean", "std"], first.GetProperty("spearman").EnumerateObject().Select(member => member.Name));
        Assert.All(
            results.Where(result => result.GetProperty("task").GetString() == "size" && result.GetProperty("trainSize").GetInt32() == 20),
            result => Assert.InRange(result.GetProperty("spearman").GetProperty("mean").GetDouble(), 0.8, 1));
    }

    [Fact]
    public async Task The_table_ends_with_the_mean_over_the_tasks()
    {
        var run = await CommandLineRun.Of(
            "evaluate", "--benchmark", SmallTable.Write(_folder), "--model", "extratrees", "--train-size", "20", "--repeats", "1", "--quiet");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Lines, line => line.Contains("size") && line.Contains("extratrees"));
        Assert.Contains(run.Lines, line => line.Contains("mean of 2 tasks"));
        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_numbers_and_another_seed_others()
    {
        var table = SmallTable.Write(_folder);
        string[] command = ["evaluate", "--benchmark", table, "--task", "size", "--train-size", "15", "--repeats", "2"];
        var first = await Kendall(command);
        Assert.Equal(first, await Kendall(command));
        Assert.NotEqual(first, await Kendall([.. command, "--seed", "2"]));

        static async Task<double> Kendall(string[] arguments) =>
            (await CommandLineRun.Json(arguments))[0].GetProperty("kendall").GetProperty("mean").GetDouble();
    }

    [Fact]
    public async Task Joined_columns_are_named()
    {
        var table = SmallTable.Write(_folder);
        var features = SmallTable.Write(_folder, name: "proxies.csv");
        var result = (await CommandLineRun.Json(
            "evaluate", "--benchmark", table, "--task", "gaps", "--features", features, "--split", "network", "--train-size", "20", "--repeats", "1"))[0];
        Assert.Equal("proxies", result.GetProperty("features").GetString());
        Assert.Equal("network", result.GetProperty("split").GetString());
        Assert.InRange(result.GetProperty("spearman").GetProperty("mean").GetDouble(), 0.9, 1);
    }

    [Theory]
    [InlineData("there is no such kind", "--model", "forest")]
    [InlineData("nosuch", "--task", "nosuch")]
    [InlineData("train-size", "--train-size", "1")]
    [InlineData("119 measured", "--train-size", "119", "--task", "size")]
    [InlineData("split", "--split", "rows")]
    [InlineData("expected none", "--sources", "all")]
    [InlineData("missing.csv", "--features", "missing.csv")]
    public async Task Bad_input_is_told_in_a_line(string expected, params string[] options)
    {
        // 119 rows: training on all of them leaves none to test.
        var refusal = await CommandLineRun.Refusal(["evaluate", "--benchmark", SmallTable.Write(_folder, rows: 119), "--quiet", .. options]);
        Assert.Contains(expected, refusal);
    }
}
