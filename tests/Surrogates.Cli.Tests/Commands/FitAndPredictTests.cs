using Microsoft.ML;
using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Cli.Tests.Hosting;
using Surrogates.Models;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

public sealed class FitAndPredictTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fit_writes_a_model_and_its_card()
    {
        var model = _folder.File("good.zip");
        var result = await CommandLineRun.Json("fit", "--benchmark", SampleTable.Micro(_folder), "--task", "good", "--output", model);
        Assert.Equal(["model", "task", "rows", "fitSeconds", "validation"], result.EnumerateObject().Select(member => member.Name));
        Assert.Equal(SurrogateTrainers.Default.Name, result.GetProperty("model").GetString());
        Assert.Equal(64, result.GetProperty("rows").GetInt32());
        Assert.InRange(result.GetProperty("validation").GetProperty("spearman").GetDouble(), 0.3, 1);
        Assert.InRange(result.GetProperty("validation").GetProperty("kendall").GetDouble(), 0.2, 1);
        Assert.Equal("good", Surrogate.Load(model).Task);
        Assert.NotNull(new MLContext().Model.Load(model, out _));
        var card = File.ReadAllText(_folder.File("good.md"));
        Assert.All(
            ["`good`", "`micro`", "64 of 64", "Kendall tau", "## Intended use", "## Limits", "context.Model.Load(\"good.zip\""],
            text => Assert.Contains(text, card));
    }

    [Fact]
    public async Task The_same_fit_writes_the_same_card()
    {
        var table = SampleTable.Micro(_folder);
        var first = await FitAsync(table, "--seed", "7", "--train-size", "20");
        var card = File.ReadAllText(Path.ChangeExtension(first, ".md"));
        await FitAsync(table, "--seed", "7", "--train-size", "20");
        Assert.Equal(card, File.ReadAllText(Path.ChangeExtension(first, ".md")));
        Assert.Contains("20 of 64 measured architectures", card);
    }

    [Fact]
    public async Task Too_few_rows_to_hold_out_are_said_and_not_scored()
    {
        var table = _folder.File("few.csv", "arch,t\n64-41414-1_01_302,1\n64-41414-1_01_303,2\n");
        var result = await CommandLineRun.Json("fit", "--benchmark", table, "--model", "fasttree", "--output", _folder.File("few.zip"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, result.GetProperty("validation").ValueKind);
        Assert.Contains("Not known", File.ReadAllText(_folder.File("few.md")));
    }

    [Fact]
    public async Task Predict_sorts_the_best_first()
    {
        var model = await FitAsync(SampleTable.Micro(_folder));
        var results = (await CommandLineRun.Json("predict", "--model", model, "64-41414-0_00_100", "64-41414-3_33_333")).EnumerateArray().ToList();
        Assert.All(results, result => Assert.Equal(["arch", "score", "std"], result.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(["64-41414-3_33_333", "64-41414-0_00_100"], results.Select(result => result.GetProperty("arch").GetString()));
        Assert.All(results, result => Assert.True(result.GetProperty("std").GetDouble() >= 0));
    }

    [Fact]
    public async Task Top_lists_different_networks()
    {
        var model = await FitAsync(SampleTable.Micro(_folder));
        var best = (await CommandLineRun.Json("predict", "--model", model, "--all", "--top", "50")).EnumerateArray()
            .Select(result => SearchSpaces.Micro.Parse(result.GetProperty("arch").GetString()!).Canonical).ToList();
        Assert.Equal(50, best.Distinct().Count());
    }

    [Fact]
    public async Task Equal_networks_are_marked()
    {
        var model = await FitAsync(SampleTable.Micro(_folder));
        var run = await CommandLineRun.Of("predict", "--model", model, "64-41414-0_00_100", "64-41414-1_00_100");
        Assert.Contains("same network as", run.Output);
        Assert.EndsWith("64-41414-0_00_100", run.Lines[^1]);
    }

    [Fact]
    public async Task Joined_columns_are_asked_for_again()
    {
        var table = SampleTable.Micro(_folder);
        var rows = BenchmarkTable.Load(table).Architectures.Select((arch, i) => $"{arch},{i}");
        var features = _folder.File("features.csv", $"arch,proxy\n{string.Join('\n', rows)}\n");
        var model = await FitAsync(table, "--features", features);
        Assert.Contains("`proxy`", File.ReadAllText(Path.ChangeExtension(model, ".md")));
        Assert.Contains("proxy", await CommandLineRun.Refusal("predict", "--model", model, "64-41414-3_33_333"));
        Assert.Single((await CommandLineRun.Json("predict", "--model", model, "64-41414-3_33_333", "--features", features)).EnumerateArray());
    }

    [Fact]
    public async Task Bad_input_of_fit_is_told_in_a_line()
    {
        var table = SampleTable.Micro(_folder);
        var model = _folder.File("m.zip");
        Assert.Contains("name one with --task: good, bad, gaps", await CommandLineRun.Refusal("fit", "--benchmark", table, "--output", model));
        Assert.Contains("--benchmark", await CommandLineRun.Refusal("fit", "--output", model));
        Assert.Contains("--output", await CommandLineRun.Refusal("fit", "--benchmark", table));
        string[] fit = ["fit", "--benchmark", table, "--task", "gaps"];
        Assert.Contains("there is no such kind", await CommandLineRun.Refusal([.. fit, "--output", model, "--model", "magic"]));
        Assert.Contains("32 measured", await CommandLineRun.Refusal([.. fit, "--output", model, "--train-size", "33"]));
        Assert.Contains("--train-size '1'", await CommandLineRun.Refusal([.. fit, "--output", model, "--train-size", "1"]));
        Assert.Contains("there is no such file", await CommandLineRun.Refusal([.. fit, "--output", model, "--features", "missing.csv"]));
        Assert.Contains("there is no folder", await CommandLineRun.Refusal([.. fit, "--output", _folder.File(Path.Combine("no", "m.zip"))]));
        Assert.Contains("the model card has this name", await CommandLineRun.Refusal([.. fit, "--output", _folder.File("m.md")]));
        Assert.False(File.Exists(model));
    }

    [Fact]
    public async Task Bad_input_of_predict_is_told_in_a_line()
    {
        var model = await FitAsync(SampleTable.Micro(_folder));
        Assert.Contains("nothing to predict", await CommandLineRun.Refusal("predict", "--model", model));
        Assert.Contains("--all does not go with", await CommandLineRun.Refusal("predict", "--model", model, "--all", "64-41414-3_33_333"));
        Assert.Contains("character", await CommandLineRun.Refusal("predict", "--model", model, "64-1234-basic"));
        Assert.Contains("there is no such file", await CommandLineRun.Refusal("predict", "--model", "missing.zip", "--all"));
        Assert.Contains("not an ML.NET model", await CommandLineRun.Refusal("predict", "--model", _folder.File("junk.zip", "junk"), "--all"));
        Assert.Contains("--top '0'", await CommandLineRun.Refusal("predict", "--model", model, "--all", "--top", "0"));
        Assert.Contains("leave out --features", await CommandLineRun.Refusal("predict", "--model", model, "--all", "--features", _folder.File("f.csv", "arch,p\na,1\n")));
    }

    [Fact]
    public async Task Real_table_is_learned()
    {
        string[] fit = ["fit", "--benchmark", SharedData.TransNasBench101("micro.csv"), "--task", "class_scene", "--train-size", "100", "--output"];
        var result = await CommandLineRun.Json([.. fit, _folder.File("scene.zip")]);
        Assert.InRange(result.GetProperty("validation").GetProperty("spearman").GetDouble(), 0.7, 1);
    }

    private async Task<string> FitAsync(string table, params string[] more)
    {
        var model = _folder.File("m.zip");
        var run = await CommandLineRun.Of(["fit", "--benchmark", table, "--task", "good", "--model", "extratrees", "--output", model, "--quiet", .. more]);
        Assert.Equal("", run.Error);
        return model;
    }
}
