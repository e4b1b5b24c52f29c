using Surrogates.Cli.Hosting;

namespace Surrogates.Cli.Tests.Hosting;

public sealed class FaultTests
{
    [Fact]
    public async Task A_fault_is_one_line_that_names_the_file_with_the_details()
    {
        var (exitCode, error) = await RunWithBrokenOutput(tracesFaults: false);
        Assert.Equal(1, exitCode);
        Assert.Equal(error.Length - 1, error.IndexOf('\n'));
        var path = error[(error.IndexOf("attach ", StringComparison.Ordinal) + "attach ".Length)..].TrimEnd('\n', ')');
        Assert.Contains("NotSupportedException", File.ReadAllText(path));
        File.Delete(path);
    }

    [Fact]
    public async Task A_trace_goes_to_standard_error_where_it_is_asked_for()
    {
        var (exitCode, error) = await RunWithBrokenOutput(tracesFaults: true);
        Assert.Equal(1, exitCode);
        Assert.Contains("   at ", error);
    }

    [Fact]
    public async Task A_reader_that_has_gone_is_no_fault()
    {
        using var error = new StringWriter();
        using var host = new CliHost(new(new ThrowingWriter(new IOException("Broken pipe", 32))), new(error), default);
        Assert.Equal(0, await SurrogateCommandLine.RunAsync(["spaces", "--enumerate", "micro"], host));
        Assert.Equal("", error.ToString());
    }

    private static async Task<(int ExitCode, string Error)> RunWithBrokenOutput(bool tracesFaults)
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var host = new CliHost(new(new ThrowingWriter(new NotSupportedException("broken"))), new(error), default) { TracesFaults = tracesFaults };
        return (await SurrogateCommandLine.RunAsync(["spaces", "--enumerate", "micro"], host), error.ToString());
    }

    private sealed class ThrowingWriter(Exception exception) : StringWriter
    {
        public override void WriteLine(string? value) => throw exception;
    }
}
