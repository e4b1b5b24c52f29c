using System.Text.Json;
using Surrogates.Benchmarks;
using Surrogates.Cli.Commands.Benchmark;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Tests.Hosting;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

public sealed class BenchmarkBuildCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Examples => [.. new BenchmarkBuildCommand().Examples];

    private string Table => _folder.File("small.csv");

    private string[] Command => With();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_table_is_built_and_described()
    {
        var results = (await CommandLineRun.Json(Command)).EnumerateArray().ToList();
        Assert.Equal(["classification", "autoencoder"], results.Select(result => result.GetProperty("task").GetString()));
        Assert.All(results, result =>
        {
            Assert.Equal("micro", result.GetProperty("space").GetString());
            Assert.Equal(6, result.GetProperty("trainings").GetInt32());
            Assert.Equal(0, result.GetProperty("failed").GetInt32());
        });
        var table = BenchmarkTable.Load(Table);
        Assert.Equal(["classification", "autoencoder"], table.Tasks);
        Assert.Equal(3, table.Count);
        Assert.Equal(3, table.MeasuredCount("autoencoder"));
        Assert.Equal(12, File.ReadAllLines(_folder.File("small.trainings.jsonl")).Length);

        // Compared with itself it agrees; with a table of other tasks there is nothing to compare.
        var compared = await CommandLineRun.Json("benchmark", Table, "--compare", Table);
        Assert.All(compared.EnumerateArray(), task => Assert.Equal(1, task.GetProperty("spearmanWithOther").GetDouble()));
        var other = _folder.File("other.csv");
        table.WithTasks("autoencoder").Save(other);
        var partly = await CommandLineRun.Json("benchmark", Table, "--compare", other);
        Assert.Equal(JsonValueKind.Null, partly[0].GetProperty("spearmanWithOther").ValueKind);
        Assert.Contains("Spearman with other", (await CommandLineRun.Of("benchmark", Table, "--compare", other)).Output);
    }

    [Fact]
    public async Task Without_a_task_all_are_taken_that_the_labels_allow()
    {
        var results = await CommandLineRun.Json(With("--task"));
        Assert.Equal(
            ["classification", "jigsaw", "autoencoder"], results.EnumerateArray().Select(result => result.GetProperty("task").GetString()));
    }

    [Theory]
    [InlineData("no such task", "--task", "puzzle")]
    [InlineData("nosuch", "--space", "nosuch")]
    [InlineData("--architectures", "--architectures", "1")]
    [InlineData("nowhere", "--output", "nowhere/table.csv")]
    public async Task Bad_input_is_told_in_a_line(string expected, string option, string value) =>
        Assert.Contains(expected, await CommandLineRun.Refusal([.. With(option, value), "--quiet"]));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Examples_are_in_the_help_which_takes_no_table(string example)
    {
        var help = (await CommandLineRun.Of("benchmark", "build", "--help")).Output;
        Assert.Contains(example, help);
        Assert.DoesNotContain("TABLE", help);
    }

    [Fact]
    public async Task Without_a_table_and_without_an_output_it_says_what_is_missing()
    {
        Assert.Contains("TABLE", await CommandLineRun.Refusal("benchmark"));
        Assert.Contains("--output", await CommandLineRun.Refusal("benchmark", "build"));
        Assert.Equal(ExitCode.Success, (await CommandLineRun.Of("benchmark", "--help")).ExitCode);
    }

    // Eight pixels, two channels: trainings of a moment. An option that is given replaces its own, or without a value drops it.
    private string[] With(string? option = null, string? value = null)
    {
        Dictionary<string, string?> options = new()
        {
            ["--data"] = SmallPictures.Write(_folder),
            ["--size"] = "8",
            ["--base-channels"] = "2",
            ["--epochs"] = "1",
            ["--batch"] = "6",
            ["--architectures"] = "3",
            ["--seeds"] = "2",
            ["--task"] = "classification,autoencoder",
            ["--output"] = Table,
        };
        if (option is not null)
        {
            options[option] = value;
        }

        return ["benchmark", "build", .. options.Where(pair => pair.Value is not null).SelectMany(pair => new[] { pair.Key, pair.Value! })];
    }
}
