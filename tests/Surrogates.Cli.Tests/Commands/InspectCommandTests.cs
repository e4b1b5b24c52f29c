using System.Xml.Linq;
using Surrogates.Architectures;
using Surrogates.Cli.Drawing;
using Surrogates.Cli.Tests.Hosting;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

public sealed class InspectCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_cell_without_a_path_is_said_to_be_disconnected()
    {
        var run = await CommandLineRun.Of("inspect", "64-41414-3_00_000");
        Assert.Contains(run.Lines, line => line.Contains("connected") && line.Contains("no"));
        Assert.Contains("64-41414-0_00_000", run.Output);
    }

    [Fact]
    public async Task Shows_one_architecture_in_full()
    {
        var run = await CommandLineRun.Of("inspect", "64-41414-1_00_210");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("  parameters      910,687", run.Lines);
        Assert.Contains(run.Lines, line => line.Contains("edge 0→3") && line.Contains("2 conv 1×1") && line.EndsWith("yes"));
        Assert.Contains("Graph of the canonical form", run.Lines);
    }

    [Fact]
    public async Task Several_are_a_table()
    {
        var run = await CommandLineRun.Of("inspect", "64-41414-1_00_210", "64-1234-basic");
        Assert.Equal(4, run.Lines.Length);
    }

    [Fact]
    public async Task Json_has_an_element_an_architecture()
    {
        var results = (await CommandLineRun.Json("inspect", "64-41414-1_00_210", "64-1234-basic")).EnumerateArray().ToList();
        Assert.All(results, result => Assert.Equal(
            ["arch", "space", "canonical", "connected", "parameters", "multiplyAdds", "flops", "neighbors", "choices", "graph"],
            result.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(["micro", "macro"], results.Select(result => result.GetProperty("space").GetString()));
        Assert.Equal(18, results[0].GetProperty("neighbors").GetInt32());
    }

    [Fact]
    public async Task A_space_of_ones_own_has_no_formula()
    {
        var result = (await CommandLineRun.Json("inspect", "a-b", "--space", OwnSpace()))[0];
        Assert.Equal(System.Text.Json.JsonValueKind.Null, result.GetProperty("parameters").ValueKind);
        Assert.Contains("no formula", (await CommandLineRun.Of("inspect", "a-b", "--space", OwnSpace())).Output);
    }

    [Theory]
    [InlineData("64-41414-1_01_302")]
    [InlineData("64-412131-basic")]
    [InlineData("|nor_conv_3x3~0|+|none~0|skip_connect~1|+|avg_pool_3x3~0|nor_conv_1x1~1|nor_conv_3x3~2|")]
    public async Task Draws_svg(string arch)
    {
        var path = _folder.File("drawing.svg");
        Assert.Equal(0, (await CommandLineRun.Of("inspect", arch, "--svg", path)).ExitCode);
        var svg = XDocument.Load(path).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(ns + "svg", svg.Name);
        Assert.Equal(arch, svg.Element(ns + "title")!.Value);
    }

    [Fact]
    public void Every_edge_of_a_cell_is_drawn_and_dead_ones_are_faded()
    {
        var svg = XDocument.Parse(ArchitectureDrawing.Draw(SearchSpaces.Micro.Parse("64-41414-1_01_302")));
        XNamespace ns = "http://www.w3.org/2000/svg";
        var edges = svg.Descendants(ns + "g").ToList();
        Assert.Equal(6, edges.Count);
        Assert.Equal(2, edges.Count(edge => edge.Attribute("class")!.Value.EndsWith(" dead")));
    }

    [Fact]
    public void Names_of_ones_own_space_are_escaped()
    {
        var space = SearchSpaces.FromJson("""{ "name": "odd", "sequence": [ { "name": "x", "options": ["<&{0}>", "b"] } ] }""");
        var svg = XDocument.Parse(ArchitectureDrawing.Draw(space.Parse("<&{0}>")));
        Assert.Contains(svg.Descendants(), element => element.Value == "<&{0}>");
    }

    [Fact]
    public async Task Bad_input_is_told_in_a_line()
    {
        Assert.Contains("is not an architecture of a built-in space", await CommandLineRun.Refusal("inspect", "64-41414-1_01_309"));
        Assert.Contains("character 9", await CommandLineRun.Refusal("inspect", "64-41414x1_01_302", "--space", "micro"));
        Assert.Contains("neither a built-in space", await CommandLineRun.Refusal("inspect", "a-b", "--space", "nano"));
        Assert.Contains("--svg draws one", await CommandLineRun.Refusal("inspect", "64-1234-basic", "64-1243-basic", "--svg", "x.svg"));
        Assert.Contains("'surrogate inspect --help'", await CommandLineRun.Refusal("inspect"));
    }

    private string OwnSpace() =>
        _folder.File("own.json", """{ "name": "own", "sequence": [ { "name": "block", "repeat": 2, "options": ["a", "b"] } ] }""");
}
