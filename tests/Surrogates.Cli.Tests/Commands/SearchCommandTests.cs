using Surrogates.AutoML.Tuners;
using Surrogates.Benchmarks;
using Surrogates.Cli.Tests.Hosting;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

public sealed class SearchCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_has_an_element_a_task_and_tuner()
    {
        var results = (await CommandLineRun.Json(
            "search", "--benchmark", SmallTable.Write(_folder), "--tuner", "surrogate,random", "--trials", "20", "--repeats", "2")).EnumerateArray().ToList();
        Assert.Equal(4, results.Count);
        Assert.All(results, result => Assert.Equal(
            ["space", "task", "tuner", "model", "sources", "trials", "repeats", "rank", "regret", "tunerMillisecondsPerTrial", "best"],
            result.EnumerateObject().Select(member => member.Name)));
        var first = results[0];
        Assert.Equal("process", first.GetProperty("model").GetString());
        Assert.Equal(20, first.GetProperty("trials").GetInt32());
        Assert.Equal(["mean", "std", "max"], first.GetProperty("rank").EnumerateObject().Select(member => member.Name));
        Assert.Equal(1, first.GetProperty("rank").GetProperty("mean").GetDouble());
        Assert.Equal(0, first.GetProperty("regret").GetProperty("mean").GetDouble());
    }

    [Fact]
    public async Task Without_options_the_built_in_table_is_searched_by_every_tuner_and_said_to_be_small()
    {
        var run = await CommandLineRun.Of("search", "--repeats", "1", "--trials", "12");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("built-in table fashion-micro", run.Error);
        Assert.All(TunerCatalog.All, tuner => Assert.Contains(tuner.Name, run.Output));
        Assert.All(BuiltInTables.FashionMicro.Tasks, task => Assert.Contains($"{task}: 64-41414-", run.Output));
    }

    [Fact]
    public async Task Trials_proposed_side_by_side_find_the_best_too()
    {
        var result = (await CommandLineRun.Json(
            "search", "--benchmark", SmallTable.Write(_folder), "--task", "size", "--trials", "40", "--repeats", "1", "--parallel", "5"))[0];
        Assert.InRange(result.GetProperty("rank").GetProperty("mean").GetDouble(), 1, 2);
    }

    [Fact]
    public async Task The_same_seed_finds_the_same()
    {
        string[] command = ["search", "--benchmark", SmallTable.Write(_folder), "--tuner", "evolution,local,random", "--trials", "15", "--repeats", "3"];
        Assert.Equal(await Ranks(), await Ranks());

        async Task<double[]> Ranks() =>
            [.. (await CommandLineRun.Json(command)).EnumerateArray().Select(result => result.GetProperty("rank").GetProperty("mean").GetDouble())];
    }

    [Theory]
    [InlineData("there is no such tuner", "--tuner", "annealing")]
    [InlineData("nosuch", "--task", "nosuch")]
    [InlineData("--trials", "--trials", "0")]
    [InlineData("accuracy", "--objective", "latency")]
    [InlineData("expected none", "--sources", "all")]
    [InlineData("there is no such kind", "--model", "forest")]
    [InlineData("missing.csv", "--benchmark", "missing.csv")]
    public async Task Bad_input_is_told_in_a_line(string expected, params string[] options) =>
        Assert.Contains(expected, await CommandLineRun.Refusal(["search", "--quiet", .. options]));
}
