using Surrogates.Cli.Tests.Hosting;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

public sealed class ImageSearchRefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // None of these needs to look for the folder.
    [Theory]
    [InlineData("--benchmark and --data", "--benchmark", "micro.csv")]
    [InlineData("--repeats", "--repeats", "2")]
    [InlineData("--metric", "--metric", "test_top1")]
    [InlineData("--epoch", "--epoch", "best")]
    [InlineData("--task: a search with --data takes one", "--task", "classification,jigsaw")]
    [InlineData("--tuner: a search with --data takes one", "--tuner", "surrogate,random")]
    [InlineData("there is no such tuner", "--tuner", "annealing")]
    [InlineData("there is no such kind", "--model", "forest")]
    [InlineData("--trials 1", "--trials", "1")]
    [InlineData("64-1234-9", "--baseline", "64-1234-9")]
    [InlineData("missing.json", "--space", "missing.json")]
    [InlineData("--confirm '0'", "--confirm", "0")]
    [InlineData("--seeds '0'", "--seeds", "0")]
    [InlineData("--time 'soon'", "--time", "soon")]
    [InlineData("'magic'", "--proxy", "magic")]
    [InlineData("missing: cannot read it: there is no such file or folder")]
    public async Task What_does_not_go_with_data_is_told_in_a_line(string expected, params string[] options) =>
        Assert.Contains(expected, await CommandLineRun.Refusal(["search", "--quiet", "--data", "missing", .. options]));

    [Theory]
    [InlineData("--confirm", "2")]
    [InlineData("--seeds", "2")]
    [InlineData("--time", "1m")]
    [InlineData("--output", "found")]
    [InlineData("--baseline", "64-41414-3_33_333")]
    [InlineData("--proxy", "synflow")]
    [InlineData("--size", "32")]
    [InlineData("--images", "100")]
    [InlineData("--skip-bad")]
    [InlineData("--epochs", "3")]
    [InlineData("--batch", "8")]
    [InlineData("--base-channels", "8")]
    [InlineData("--preset", "small")]
    [InlineData("--device", "cpu")]
    [InlineData("--precision", "fp32")]
    public async Task What_needs_data_is_told_in_a_line(params string[] option)
    {
        var expected = $"{option[0]} is for a search with images; name them with --data DIR";
        Assert.Equal(expected, await CommandLineRun.Refusal(["search", "--quiet", .. option]));
        Assert.Equal(expected, await CommandLineRun.Refusal(["search", "--quiet", "--benchmark", "missing.csv", .. option]));
    }

    [Fact]
    public async Task Sizes_and_spaces_that_cannot_be_trained_are_refused_before_the_trials()
    {
        var data = SmallPictures.Write(_folder);
        var sequence = _folder.File("sequence.json", """{"name":"blocks","sequence":[{"repeat":3,"options":["a","b"]}]}""");
        string[] search = ["search", "--quiet", "--data", data, "--size", "16"];
        Assert.Contains("even number", await CommandLineRun.Refusal([.. search, "--base-channels", "5"]));
        Assert.Contains("name one with --baseline", await CommandLineRun.Refusal([.. search, "--space", sequence]));
        Assert.Contains(
            "networks of this space cannot be built", await CommandLineRun.Refusal([.. search, "--space", sequence, "--baseline", "a-a-a"]));
        Assert.Contains("numbers", await CommandLineRun.Refusal([.. search, "--task", "regression"]));
        Assert.Contains("cannot be made", await CommandLineRun.Refusal([.. search, "--output", _folder.File("taken", "a file")]));
    }
}
