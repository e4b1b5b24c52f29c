using System.Text.Json;
using SkiaSharp;
using Surrogates.Cli.Commands.Data;
using Surrogates.Cli.Tests.Hosting;
using Surrogates.Tests;

namespace Surrogates.Cli.Tests.Commands;

public sealed class DataPreviewCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _pictures;

    public DataPreviewCommandTests() => _pictures = SmallPictures.Write(_folder);

    public static TheoryData<string> Examples => [.. new DataPreviewCommand().Examples];

    private string Output => _folder.File("sheet.png");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_draws_a_sheet_and_shows_how_the_labels_are_distributed()
    {
        var run = await CommandLineRun.Of([.. Command, "--count", "6"]);
        Assert.Equal(0, run.ExitCode);
        using var bitmap = SKBitmap.Decode(Output);
        Assert.Equal(
            $"Wrote {Output}: 6 images of pictures for classification, {bitmap.Width}×{bitmap.Height} pixels.", run.Lines[0]);
        Assert.Contains(run.Lines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["class", "images", "share"]);
        Assert.Equal(2, run.Lines.Count(line => line.EndsWith("50.0%", StringComparison.Ordinal)));
        Assert.Equal(["sheet.png"], _folder.Names());
    }

    [Fact]
    public async Task Json_tells_each_image_with_its_label()
    {
        var result = Assert.Single((await CommandLineRun.Json([.. Command, "--count", "4"])).EnumerateArray());
        Assert.Equal(["task", "data", "images", "output"], result.EnumerateObject().Select(member => member.Name));
        Assert.Equal("classification", result.GetProperty("task").GetString());
        Assert.Equal("pictures", result.GetProperty("data").GetString());
        Assert.Equal(Output, result.GetProperty("output").GetString());
        Assert.Equal(
            ["blue", "blue", "red", "red"],
            result.GetProperty("images").EnumerateArray().Select(image => image.GetProperty("label").GetString()));
        Assert.All(result.GetProperty("images").EnumerateArray(), image =>
            Assert.StartsWith(image.GetProperty("label").GetString()!, image.GetProperty("image").GetString()));
    }

    [Theory]
    [InlineData("jigsaw", JsonValueKind.String)]
    [InlineData("autoencoder", JsonValueKind.Null)]
    public async Task Tasks_without_labels_are_drawn_too(string task, JsonValueKind label)
    {
        var result = (await CommandLineRun.Json([.. Command, "--task", task]))[0];
        Assert.Equal(label, result.GetProperty("images")[0].GetProperty("label").ValueKind);
        using var bitmap = SKBitmap.Decode(Output);
        Assert.NotNull(bitmap);
    }

    [Fact]
    public async Task The_seed_decides_the_bytes()
    {
        var first = await Draw("1");
        Assert.Equal(first, await Draw("1"));
        Assert.NotEqual(first, await Draw("2"));

        async Task<byte[]> Draw(string seed)
        {
            await CommandLineRun.Json([.. Command, "--seed", seed]);
            return File.ReadAllBytes(Output);
        }
    }

    [Theory]
    [InlineData("expected the name of a PNG file", "--output", "sheet.jpg")]
    [InlineData("there is no folder", "--output", "nowhere/sheet.png")]
    [InlineData("--count '0': expected a whole number, 1 or more", "--count", "0")]
    [InlineData("count: 1001 is not 1 to 1000", "--count", "1001")]
    [InlineData("task 'puzzle': there is no such task", "--task", "puzzle")]
    [InlineData("regression needs", "--task", "regression")]
    [InlineData("missing", "--data", "missing")]
    public async Task Bad_input_is_told_in_a_line(string expected, string option, string value) =>
        Assert.Contains(expected, await CommandLineRun.Refusal([.. With(option, value), "--quiet"]));

    [Fact]
    public async Task The_command_below_data_is_asked_for()
    {
        Assert.Contains("data --help", await CommandLineRun.Refusal("data"));
        Assert.Contains("--output", await CommandLineRun.Refusal("data", "preview", "--data", _pictures));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Examples_of_the_help_are_command_lines(string example)
    {
        Assert.Contains(example, (await CommandLineRun.Of("data", "preview", "--help")).Output);

        // All that is missing are the photos.
        var message = await CommandLineRun.Refusal([.. example.Split(' '), "--quiet"]);
        Assert.StartsWith("photos", message);
    }

    private string[] Command => With();

    // An option that is given replaces its own.
    private string[] With(string? option = null, string? value = null)
    {
        Dictionary<string, string> options = new() { ["--data"] = _pictures, ["--size"] = "8", ["--output"] = Output };
        if (option is not null)
        {
            options[option] = value!;
        }

        return ["data", "preview", .. options.SelectMany(pair => new[] { pair.Key, pair.Value })];
    }
}
