using Surrogates.Cli.Tests.Hosting;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

public sealed class SpacesCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lists_the_built_in_spaces()
    {
        var run = await CommandLineRun.Of("spaces", "--quiet");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains(run.Lines, line => line.Contains("micro") && line.Contains("4,096") && line.Contains("64-41414-"));
        Assert.Contains(run.Lines, line => line.Contains("macro") && line.Contains("3,256"));
        Assert.Contains(run.Lines, line => line.Contains("nasbench201") && line.Contains("15,625"));
    }

    [Fact]
    public async Task Json_has_an_element_a_space()
    {
        var spaces = (await CommandLineRun.Json("spaces")).EnumerateArray().ToList();
        Assert.Equal(3, spaces.Count);
        Assert.All(spaces, space => Assert.Equal(
            ["space", "architectures", "choices", "example", "description"], space.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(4096, spaces[0].GetProperty("architectures").GetInt32());
    }

    [Fact]
    public async Task Enumerates_every_architecture()
    {
        var run = await CommandLineRun.Of("spaces", "--enumerate", "macro");
        Assert.Equal(3256, run.Lines.Distinct().Count());
        Assert.All(run.Lines, line => Assert.Matches("^64-[1-4]{4,6}-basic$", line));
    }

    [Fact]
    public async Task Enumerates_a_space_of_ones_own()
    {
        var space = _folder.File("own.json", """{ "name": "own", "sequence": [ { "name": "block", "repeat": 2, "options": ["a", "b"] } ] }""");
        Assert.Equal("a-a\na-b\nb-a\nb-b\n", (await CommandLineRun.Of("spaces", "--enumerate", space)).Output);
    }

    [Fact]
    public async Task Enumeration_stops_when_it_is_cancelled()
    {
        var space = _folder.File("vast.json", """{ "name": "vast", "sequence": [ { "name": "block", "repeat": 40, "options": ["a", "b"] } ] }""");
        using var interruption = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var run = await Task.Run(() => CommandLineRun.With(interruption.Token, "spaces", "--enumerate", space));
        Assert.Equal(130, run.ExitCode);
        Assert.Equal("surrogate: stopped\n", run.Error);
    }

    [Fact]
    public async Task Bad_input_is_told_in_a_line()
    {
        Assert.Contains("neither a built-in space", await CommandLineRun.Refusal("spaces", "--enumerate", "nano"));
        Assert.Contains("--json does not go with --enumerate", await CommandLineRun.Refusal("spaces", "--enumerate", "micro", "--json", "-"));
        Assert.Contains("own.json", await CommandLineRun.Refusal("spaces", "--enumerate", _folder.File("own.json", "{ \"name\": 1")));
    }
}
