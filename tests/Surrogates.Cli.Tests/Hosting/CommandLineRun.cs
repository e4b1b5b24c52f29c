using System.Text.Json;
using Surrogates.Cli.Hosting;

namespace Surrogates.Cli.Tests.Hosting;

/// <summary>What a command line left behind, run in this process through the real entry point.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.TrimEnd('\n').Split('\n');

    public static async Task<CommandLineRun> Of(params string[] arguments) => await With(default, arguments);

    public static async Task<CommandLineRun> With(CancellationToken cancellation, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var host = new CliHost(new OutputChannel(output), new OutputChannel(error), cancellation);
        var exitCode = await SurrogateCommandLine.RunAsync(arguments, host);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The output, which is JSON.</summary>
    public static async Task<JsonElement> Json(params string[] arguments)
    {
        var run = await Of([.. arguments, "--json", "-", "--quiet"]);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    /// <summary>The one line that refuses bad input.</summary>
    public static async Task<string> Refusal(params string[] arguments)
    {
        var run = await Of(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("surrogate: error: ", run.Error);
        Assert.Equal(run.Error.Length - 1, run.Error.IndexOf('\n'));
        return run.Error["surrogate: error: ".Length..].TrimEnd('\n');
    }
}
