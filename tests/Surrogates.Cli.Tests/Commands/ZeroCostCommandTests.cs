using System.Text.Json;
using Surrogates.Benchmarks;
using Surrogates.Cli.Commands.ZeroCost;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Tests.Hosting;
using Surrogates.Tests;
using Surrogates.Training.ZeroCost;

namespace Surrogates.Cli.Tests.Commands;

public sealed class ZeroCostCommandTests : IDisposable
{
    private const string Architecture = "64-41414-3_12_231";
    private const string Empty = "64-41414-0_00_000";
    private const string Space =
        """
        { "name": "two-edges", "cell": { "nodes": 3, "none": "zero", "identity": "skip", "operations": ["zero", "skip", "conv3x3"] } }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _pictures;

    public ZeroCostCommandTests() => _pictures = SmallPictures.Write(_folder);

    public static TheoryData<string> Examples => [.. new ZeroCostCommand().Examples];

    private string[] Size => ["--data", _pictures, "--size", "8", "--base-channels", "8", "--batch", "6", "--device", "cpu"];

    private string Table => _folder.File("proxies.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_has_an_element_an_architecture()
    {
        var results = (await CommandLineRun.Json(["zero-cost", Architecture, Empty, "--proxy", "all", .. Size])).EnumerateArray().ToList();
        Assert.Equal([Architecture, Empty], results.Select(result => result.GetProperty("arch").GetString()));
        Assert.All(results, result =>
        {
            Assert.Equal(["arch", "task", "proxies", "seconds"], result.EnumerateObject().Select(member => member.Name));
            Assert.Equal("classification", result.GetProperty("task").GetString());
            Assert.Equal(
                ["epe_nas", "fisher", "flops", "grad_norm", "grasp", "jacov", "l2_norm", "naswot", "params", "plain", "snip", "synflow", "zen"],
                result.GetProperty("proxies").EnumerateObject().Select(member => member.Name).Where(name => name != "stopping"));
        });
        Assert.All(results[0].GetProperty("proxies").EnumerateObject(), proxy => Assert.Equal(JsonValueKind.Number, proxy.Value.ValueKind));
        Assert.Equal(JsonValueKind.Null, results[1].GetProperty("proxies").GetProperty("synflow").ValueKind);
        Assert.True(results[1].GetProperty("proxies").GetProperty("params").GetDouble() > 0);
    }

    [Fact]
    public async Task The_csv_is_a_table_of_features_that_evaluate_takes()
    {
        var architectures = (await CommandLineRun.Of("spaces", "--enumerate", "micro")).Lines.Where((_, index) => index % 200 == 7).ToArray();
        var run = await CommandLineRun.Of(
            ["zero-cost", .. architectures, "--proxy", "synflow,params", "--task", "jigsaw", .. Size, "--output", Table]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"--features {Table}", run.Error);
        var table = FeatureTable.Load(Table);
        Assert.Equal(["synflow_jigsaw", "params"], table.Features);
        Assert.Equal(architectures, table.Architectures);
        var benchmark = _folder.File(
            "results.csv", "arch,score\n" + string.Concat(architectures.Select((text, index) => $"{text},{index * 7 % 11}\n")));
        var evaluation = await CommandLineRun.Json(
            "evaluate", "--benchmark", benchmark, "--features", Table, "--train-size", "10", "--repeats", "1");
        Assert.Equal("proxies", evaluation[0].GetProperty("features").GetString());
    }

    [Fact]
    public async Task A_whole_space_is_summed_up()
    {
        var space = _folder.File("space.json", Space);
        var run = await CommandLineRun.Of(["zero-cost", "--all", "--space", space, "--proxy", "params,naswot", .. Size, "--output", Table, "--quiet"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("27 architectures, task classification", run.Output);
        Assert.InRange(run.Lines.Length, 3, 8);
        Assert.Equal(27, FeatureTable.Load(Table).Architectures.Count);
    }

    [Fact]
    public async Task Ctrl_C_writes_what_is_done()
    {
        using var source = new CancellationTokenSource();
        var proxy = new StoppingProxy(source);
        ZeroCostProxies.Register(proxy);
        var result = await CommandLineRun.With(
            source.Token, ["zero-cost", "--all", "--space", "micro", "--proxy", proxy.Name, .. Size, "--output", Table]);
        Assert.Equal(ExitCode.Interrupted, result.ExitCode);
        Assert.EndsWith("surrogate: stopped\n", result.Error);
        var rows = FeatureTable.Load(Table).Architectures.Count;
        Assert.InRange(rows, 1, 4095);
        Assert.Contains($"Wrote {Table} with the {rows} of 4096 architectures that were done", result.Error);
    }

    [Theory]
    [InlineData("proxy 'magic': there is no such proxy; known are epe_nas", Architecture, "--proxy", "magic")]
    [InlineData("nothing to compute")]
    [InlineData("--all does not go with architectures", Architecture, "--all")]
    [InlineData("name the space with --space", "--all")]
    [InlineData("task 'puzzle'", Architecture, "--task", "puzzle")]
    [InlineData("base channels: 3", Architecture, "--base-channels", "3")]
    [InlineData("--batch", Architecture, "--batch", "1")]
    [InlineData("nowhere", Architecture, "--output", "nowhere/proxies.csv")]
    [InlineData("is not an architecture of a built-in space", "resnet")]
    public async Task Bad_input_is_told_in_a_line(string expected, params string[] arguments) =>
        Assert.Contains(
            expected, await CommandLineRun.Refusal(["zero-cost", "--data", _pictures, "--size", "8", .. arguments, "--quiet"]));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Examples_of_the_help_are_command_lines(string example)
    {
        Assert.Contains(example, (await CommandLineRun.Of("zero-cost", "--help")).Output);

        // All that is missing are the photos.
        Assert.StartsWith("photos", await CommandLineRun.Refusal([.. example.Split(' '), "--quiet"]));
    }

    /// <summary>What presses Ctrl+C after a few networks.</summary>
    private sealed class StoppingProxy(CancellationTokenSource source) : IZeroCostProxy
    {
        private int _calls;

        public string Name => "stopping";

        public string Description => "stops the evaluation";

        public double Compute(ZeroCostContext context)
        {
            if (Interlocked.Increment(ref _calls) == 5)
            {
                source.Cancel();
            }

            return _calls;
        }
    }
}
