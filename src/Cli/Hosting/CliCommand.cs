using System.CommandLine;

namespace Surrogates.Cli.Hosting;

/// <summary>A command of <c>surrogate</c>. A new one derives from this and is added to <see cref="SurrogateCommandLine"/>.</summary>
internal abstract class CliCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines that <c>--help</c> shows, without the program's name; each runs as it stands.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Runs the command; what is thrown becomes the exit code.</summary>
    /// <exception cref="InputException">What was given cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public abstract Task RunAsync(ParseResult arguments, CommandContext context);
}
