using Surrogates.Cli.Hosting;

namespace Surrogates.Cli.Tests.Hosting;

public sealed class CommandLineTests
{
    public static TheoryData<string> Commands => [.. SurrogateCommandLine.CommandNames];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_describes_the_command_and_shows_examples(string command)
    {
        var run = await CommandLineRun.Of(command, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.StartsWith("Description:\n", run.Output);
        Assert.Contains($"Examples:\n  surrogate {command}", run.Output);
        Assert.All(["--seed", "--json", "--quiet", "--help"], option => Assert.Contains(option, run.Output));
    }

    [Fact]
    public async Task Without_arguments_the_help_lists_every_command()
    {
        var run = await CommandLineRun.Of();
        Assert.Equal(0, run.ExitCode);
        Assert.All(SurrogateCommandLine.CommandNames, command => Assert.Contains($"\n  {command}", run.Output));
    }

    [Fact]
    public async Task Version_is_that_of_the_program()
    {
        var run = await CommandLineRun.Of("--version");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(FaultReport.Version + "\n", run.Output);
    }

    [Theory]
    [InlineData("there is no command or argument 'spacez' (see 'surrogate --help')", "spacez")]
    [InlineData("there is no option '--foo' (see 'surrogate spaces --help')", "spaces", "--foo")]
    [InlineData("there is no command or argument 'more' (see 'surrogate spaces --help')", "spaces", "more")]
    [InlineData("there is no command or argument '@file' (see 'surrogate spaces --help')", "spaces", "@file")]
    [InlineData("--seed 'x': expected a whole number, 0 or more (see 'surrogate spaces --help')", "spaces", "--seed", "x")]
    [InlineData("--seed '1.5': expected a whole number, 0 or more (see 'surrogate spaces --help')", "spaces", "--seed", "1.5")]
    [InlineData("--seed '99999999999': expected a whole number, 0 or more (see 'surrogate spaces --help')", "spaces", "--seed", "99999999999")]
    public async Task Misuse_is_told_in_a_line_with_the_way_to_help(string expected, params string[] arguments) =>
        Assert.Equal(expected, await CommandLineRun.Refusal(arguments));

    [Fact]
    public async Task Json_for_a_missing_folder_is_refused_before_the_work() =>
        Assert.Contains("there is no folder", await CommandLineRun.Refusal("spaces", "--json", Path.Combine(Path.GetTempPath(), "no-such-folder", "x.json")));

    [Fact]
    public async Task Redirected_output_has_no_escape_codes_and_no_trailing_blanks()
    {
        var run = await CommandLineRun.Of("spaces");
        Assert.DoesNotContain('\e', run.Output + run.Error);
        Assert.All(run.Lines, line => Assert.Equal(line.TrimEnd(), line));
    }
}
