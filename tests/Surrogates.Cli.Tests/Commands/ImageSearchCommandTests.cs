using System.Text.Json;
using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Tests.Hosting;
using Surrogates.Tests;
using Surrogates.Training.Models;

namespace Surrogates.Cli.Tests.Commands;

public sealed class ImageSearchCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_writes_the_model_the_trials_and_a_summary()
    {
        var (found, json) = (_folder.File("found"), _folder.File("result.json"));
        var run = await CommandLineRun.Of([.. Search(), "--output", found, "--json", json]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["best.zip", "summary.md", "trials.csv"], Directory.GetFiles(found).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));

        // Notes on standard error: what is read, each trial, the finalists, what was written.
        Assert.Contains("images to train", run.Error);
        Assert.All(Enumerable.Range(1, 4), trial => Assert.Contains($"trial {trial} of 4: 64-41414-", run.Error));
        Assert.Contains("finalists: 64-41414-", run.Error);
        Assert.Contains("best.zip", run.Error);

        var table = BenchmarkTable.Load(Path.Combine(found, "trials.csv"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["accuracy", "predicted", "seconds"], table.Tasks);
        Assert.Equal(4, table.Count);
        Assert.All(table.Architectures, text => Assert.True(SearchSpaces.Micro.IsConnected(SearchSpaces.Micro.Parse(text))));

        var summary = File.ReadAllText(Path.Combine(found, "summary.md"));
        Assert.Equal(summary.TrimEnd('\n'), run.Output.TrimEnd('\n'));

        var result = JsonDocument.Parse(File.ReadAllText(json)).RootElement;
        var verdict = result.GetProperty("best").GetProperty("verdict").GetString();
        Assert.StartsWith($"# {verdict}\n", summary);
        using var network = TrainedNetwork.Load(result.GetProperty("model").GetString()!);
        Assert.Equal(result.GetProperty("best").GetProperty("arch").GetString(), network.Architecture.Text);
        Assert.Equal(Path.Combine(found, "summary.md"), result.GetProperty("report").GetString());
        Assert.Equal(table.Architectures, result.GetProperty("trials").EnumerateArray().Select(trial => trial.GetProperty("arch").GetString()!));
    }

    [Fact]
    public async Task Json_has_the_best_the_trials_the_confirmation_and_the_surrogate()
    {
        var result = await CommandLineRun.Json(Search("--parallel", "2"));
        Assert.Equal(
            ["best", "baseline", "trials", "confirmation", "surrogate", "trialSeconds", "confirmationSeconds", "tunerMillisecondsPerTrial", "report", "model"],
            Names(result));
        var (best, trials, confirmation) = (result.GetProperty("best"), result.GetProperty("trials"), result.GetProperty("confirmation"));
        Assert.Equal(["arch", "task", "metric", "test", "interval", "verdict"], Names(best));
        Assert.Equal(("classification", "accuracy"), (best.GetProperty("task").GetString(), best.GetProperty("metric").GetString()));
        Assert.InRange(best.GetProperty("test").GetDouble(), 0, 1);
        Assert.All(best.GetProperty("interval").EnumerateArray(), end => Assert.Equal(JsonValueKind.Null, end.ValueKind));
        Assert.Equal("64-41414-3_33_333", result.GetProperty("baseline").GetProperty("arch").GetString());

        Assert.Equal(4, trials.GetArrayLength());
        Assert.All(trials.EnumerateArray(), trial =>
        {
            Assert.Equal(["arch", "validation", "predicted", "seconds", "failure"], Names(trial));
            Assert.InRange(trial.GetProperty("validation").GetDouble(), 0, 1);
            Assert.Equal(JsonValueKind.Number, trial.GetProperty("predicted").ValueKind);
            Assert.Equal(JsonValueKind.Null, trial.GetProperty("failure").ValueKind);
        });
        Assert.InRange(confirmation.GetArrayLength(), 1, 2);
        Assert.All(confirmation.EnumerateArray(), candidate =>
        {
            Assert.Equal(["arch", "isBaseline", "predicted", "validation", "interval", "seeds", "seconds"], Names(candidate));
            Assert.Equal(1, candidate.GetProperty("seeds").GetArrayLength());
        });
        Assert.Equal(confirmation[0].GetProperty("arch").GetString(), best.GetProperty("arch").GetString());
        Assert.Equal(["model", "leftOutSpearman", "confirmedSpearman"], Names(result.GetProperty("surrogate")));
        Assert.Equal("ensemble", result.GetProperty("surrogate").GetProperty("model").GetString());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("report").ValueKind);
        Assert.Equal(JsonValueKind.Null, result.GetProperty("model").ValueKind);
    }

    [Fact]
    public async Task Cells_of_a_users_own_are_searched_and_the_baseline_may_be_named()
    {
        var file = _folder.File(
            "own.json", """{"name":"own","cell":{"nodes":3,"operations":["zero","skip","conv3x3"],"none":"zero","identity":"skip"}}""");
        var space = SearchSpaces.Load(file);
        var baseline = space.Create([2, 1, 2]).Text;
        var result = await CommandLineRun.Json(Search("--space", file, "--baseline", baseline, "--tuner", "random", "--model", "extratrees"));
        Assert.Equal(baseline, result.GetProperty("baseline").GetProperty("arch").GetString());
        Assert.All(result.GetProperty("trials").EnumerateArray(), trial => space.Parse(trial.GetProperty("arch").GetString()!));
        Assert.Equal("extratrees", result.GetProperty("surrogate").GetProperty("model").GetString());
    }

    [Fact]
    public async Task What_was_tried_is_there_when_the_search_is_interrupted()
    {
        var found = _folder.File("found");
        using var interruption = new CancellationTokenSource();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new InterruptingWriter("trial 1 of 4", interruption);
        using var host = new CliHost(new OutputChannel(output), new OutputChannel(error), interruption.Token);
        Assert.Equal(130, await SurrogateCommandLine.RunAsync([.. Search("--parallel", "1"), "--output", found], host));
        Assert.Equal("", output.ToString());
        Assert.Equal(["trials.csv"], Directory.GetFiles(found).Select(path => Path.GetFileName(path)));
        var table = BenchmarkTable.Load(Path.Combine(found, "trials.csv"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, table.Count);
        Assert.True(double.IsNaN(table.Column("predicted")[0]));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private string[] Search(params string[] more) =>
    [
        "search", "--data", SmallPictures.Write(_folder), "--size", "16", "--trials", "4", "--epochs", "1", "--confirm", "1", "--seeds", "1",
        "--base-channels", "4", "--device", "cpu", .. more,
    ];

    /// <summary>Stands for a user who presses Ctrl+C when a text comes by.</summary>
    private sealed class InterruptingWriter(string text, CancellationTokenSource interruption) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value!.Contains(text, StringComparison.Ordinal))
            {
                interruption.Cancel();
            }
        }
    }
}
