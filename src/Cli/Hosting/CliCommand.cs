using System.CommandLine;
using System.CommandLine.Invocation;

namespace Surrogates.Cli.Hosting;

/// <summary>A command of <c>surrogate</c>. A new one derives from this and is added to <see cref="SurrogateCommandLine"/>.</summary>
internal abstract class CliCommand : Command
{
    /// <summary>Creates a command.</summary>
    protected CliCommand(string name, string description)
        : base(name, description) => Action = new RunAction();

    /// <summary>Command lines that <c>--help</c> shows, without the program's name; each runs as it stands.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Runs the command; what is thrown becomes the exit code.</summary>
    /// <exception cref="InputException">What was given cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public abstract Task RunAsync(ParseResult arguments, CommandContext context);

    /// <summary>
    /// Says that the command can be run, so that one with commands below it does not insist on them. It never runs itself: what a
    /// command needs is made by <see cref="SurrogateCommandLine"/>.
    /// </summary>
    internal sealed class RunAction : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult) => throw new InvalidOperationException("Run by SurrogateCommandLine.");
    }
}
