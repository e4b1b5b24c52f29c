using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Surrogates.Cli.Commands.Benchmark;
using Surrogates.Cli.Commands.Data;
using Surrogates.Cli.Commands.Evaluate;
using Surrogates.Cli.Commands.Fit;
using Surrogates.Cli.Commands.Inspect;
using Surrogates.Cli.Commands.Predict;
using Surrogates.Cli.Commands.Search;
using Surrogates.Cli.Commands.Spaces;
using Surrogates.Cli.Commands.Train;
using Surrogates.Cli.Commands.ZeroCost;
using Surrogates.Cli.Hosting;

namespace Surrogates.Cli;

/// <summary>The command line: its commands, and how a run of one ends.</summary>
internal static class SurrogateCommandLine
{
    public const string Name = "surrogate";

    // Every command, in the order of the help. To add one: a class that derives from CliCommand, and a line here.
    private static IEnumerable<CliCommand> CreateCommands() =>
    [
        new SpacesCommand(),
        new InspectCommand(),
        new BenchmarkCommand(),
        new FitCommand(),
        new PredictCommand(),
        new EvaluateCommand(),
        new ZeroCostCommand(),
        new DataCommand(),
        new TrainCommand(),
        new SearchCommand(),
    ];

    /// <summary>The names of the commands.</summary>
    public static IReadOnlyList<string> CommandNames { get; } = [.. CreateCommands().Select(command => command.Name)];

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CliHost host)
    {
        try
        {
            return await InvokeAsync(arguments, host);
        }
        catch (InputException exception)
        {
            return Fail(host, exception.Message);
        }
        catch (OperationCanceledException) when (host.Cancellation.IsCancellationRequested)
        {
            host.Error.Writer.WriteLine($"{Name}: stopped");
            return ExitCode.Interrupted;
        }
        catch (IOException exception) when (IsBrokenPipe(exception))
        {
            // Whoever read the output has seen enough.
            return ExitCode.Success;
        }
        catch (Exception exception)
        {
            FaultReport.Write(exception, arguments, host);
            return ExitCode.Fault;
        }
    }

    private static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, CliHost host)
    {
        var options = new SharedOptions();
        var parsed = CreateRoot(options).Parse(arguments.Count == 0 ? ["--help"] : arguments, new() { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return Fail(host, $"{Describe(parsed)} (see '{CommandPath(parsed)} --help')");
        }

        if (parsed is { Action: CliCommand.RunAction, CommandResult.Command: CliCommand command })
        {
            await command.RunAsync(parsed, new CommandContext(host, parsed, options));
        }
        else
        {
            parsed.Invoke(new() { Output = host.Output.Writer, Error = host.Error.Writer, EnableDefaultExceptionHandler = false });
        }

        host.Output.Writer.Flush();
        return ExitCode.Success;
    }

    private static Command CreateRoot(SharedOptions options)
    {
        var root = new Command(
            Name, "Predicts how a neural architecture will perform before it is trained, and searches with that prediction.");
        var help = new HelpOption();
        help.Action = new CommandHelp((HelpAction)help.Action!);
        root.Add(help);
        root.Add(new VersionOption { Action = new VersionLine() });
        options.AddTo(root);
        foreach (var command in CreateCommands())
        {
            root.Add(command);
        }

        return root;
    }

    private static string Describe(ParseResult parsed)
    {
        // An unknown word hides behind the complaint that a command is missing.
        var message = parsed.UnmatchedTokens is [var unknown, ..]
            ? $"there is no {(unknown.StartsWith('-') ? "option" : "command or argument")} '{unknown}'"
            : parsed.Errors[0].Message.TrimEnd('.');
        return message.ReplaceLineEndings(" ");
    }

    private static string CommandPath(ParseResult parsed)
    {
        var path = parsed.CommandResult.Command.Name;
        for (var parent = parsed.CommandResult.Parent; parent is CommandResult result; parent = parent.Parent)
        {
            path = $"{result.Command.Name} {path}";
        }

        return path;
    }

    private static int Fail(CliHost host, string message)
    {
        host.Output.Writer.Flush();
        host.Error.Writer.WriteLine($"{Name}: error: {message.ReplaceLineEndings(" ")}");
        return ExitCode.BadInput;
    }

    // EPIPE on Unix; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows.
    private static bool IsBrokenPipe(IOException exception) =>
        exception.HResult is 32 or unchecked((int)0x8007006D) or unchecked((int)0x800700E8);

    private sealed class VersionLine : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(FaultReport.Version);
            return ExitCode.Success;
        }
    }
}
