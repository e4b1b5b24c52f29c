using Surrogates.Benchmarks;
using Surrogates.Cli.Tests.Hosting;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

public sealed class BenchmarkCommandTests : IDisposable
{
    private static readonly string Official = Path.Combine(AppContext.BaseDirectory, "Fixtures", "zip-lists.pth");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_what_a_table_holds()
    {
        var run = await CommandLineRun.Of("benchmark", SampleTable.Micro(_folder), "--best", "2");
        Assert.Equal("", run.Error);
        Assert.Contains("64 architectures of the space micro", run.Lines[0]);
        Assert.Contains(run.Lines, line => line.Contains("gaps") && line.Contains("32"));
        Assert.Contains("Spearman correlation of tasks", run.Lines);
        Assert.Contains("Best of gaps", run.Lines);
    }

    [Fact]
    public async Task Json_has_an_element_a_task()
    {
        var tasks = (await CommandLineRun.Json("benchmark", SampleTable.Micro(_folder), "--best", "3")).EnumerateArray().ToList();
        Assert.Equal(["good", "bad", "gaps"], tasks.Select(task => task.GetProperty("task").GetString()));
        Assert.Equal(
            ["space", "task", "architectures", "measured", "minimum", "median", "maximum", "best", "spearman", "spearmanWithOther"],
            tasks[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(3, tasks[0].GetProperty("best").GetArrayLength());
        Assert.Equal(-1, tasks[0].GetProperty("spearman").GetProperty("bad").GetDouble(), 1e-9);
        Assert.Equal(32, tasks[2].GetProperty("measured").GetInt32());
    }

    [Fact]
    public async Task Shows_one_architecture()
    {
        var path = SampleTable.Micro(_folder);
        var arch = BenchmarkTable.Load(path).Best("good", 1)[0].Architecture;
        var results = await CommandLineRun.Json("benchmark", path, "--arch", arch, "--task", "good,bad");
        Assert.Equal([1, 64], results.EnumerateArray().Select(result => result.GetProperty("rank").GetInt32()));
    }

    [Fact]
    public async Task Official_file_has_curves()
    {
        var run = await CommandLineRun.Of("benchmark", Official, "--arch", "64-1234-basic", "--task", "jigsaw");
        Assert.Equal("", run.Error);
        Assert.Contains("Curves of jigsaw", run.Lines);
        Assert.Contains(run.Lines, line => line.Contains("valid_top1"));
    }

    [Fact]
    public async Task Exports_csv()
    {
        var csv = _folder.File("out.csv");
        Assert.Equal(0, (await CommandLineRun.Of("benchmark", Official, "--space", "macro", "--task", "jigsaw", "--csv", csv)).ExitCode);
        Assert.Equal(["jigsaw"], BenchmarkTable.Load(csv).Tasks);
    }

    [Fact]
    public async Task Table_of_an_unknown_space_is_still_described()
    {
        var run = await CommandLineRun.Of("benchmark", _folder.File("own.csv", "arch,t\na-b,1\nb-b,2\n"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 architectures of a space that was not named", run.Output);
    }

    [Fact]
    public async Task Real_table_is_described_within_seconds()
    {
        var run = await CommandLineRun.Of("benchmark", SharedData.TransNasBench101("micro.csv"));
        Assert.Contains("4,096 architectures of the space micro", run.Output);
        Assert.Contains("0.87", run.Output);
    }

    [Fact]
    public async Task Bad_input_is_told_in_a_line()
    {
        var table = SampleTable.Micro(_folder);
        Assert.Contains("there is no such file", await CommandLineRun.Refusal("benchmark", _folder.File("missing.csv")));
        Assert.Equal("micro has no task 'ugly'; it has good, bad, gaps.", await CommandLineRun.Refusal("benchmark", table, "--task", "good,ugly"));
        Assert.Contains("can be chosen only from the official .pth", await CommandLineRun.Refusal("benchmark", table, "--metric", "x"));
        Assert.Contains("'soon' is not an epoch", await CommandLineRun.Refusal("benchmark", table, "--epoch", "soon"));
        Assert.Contains("has no row for", await CommandLineRun.Refusal("benchmark", table, "--arch", "64-41414-9_99_999"));
        Assert.Contains("--csv does not go with --arch", await CommandLineRun.Refusal("benchmark", table, "--arch", "x", "--csv", "y.csv"));
        Assert.Contains("there is no folder", await CommandLineRun.Refusal("benchmark", table, "--csv", _folder.File(Path.Combine("no", "y.csv"))));
        Assert.Contains("--space on the command line", await CommandLineRun.Refusal("benchmark", Official));
        Assert.Contains("--best '0'", await CommandLineRun.Refusal("benchmark", table, "--best", "0"));
        Assert.Contains("row 1: architecture", await CommandLineRun.Refusal("benchmark", table, "--space", "macro"));
        var broken = _folder.File("broken.csv", "arch,t\n64-41414-1_01_302,1\n64-41414-1_01_902,2\n");
        var message = await CommandLineRun.Refusal("benchmark", broken);
        Assert.StartsWith($"{broken}: row 2: architecture '64-41414-1_01_902', character 15: found '9'", message);
    }
}
