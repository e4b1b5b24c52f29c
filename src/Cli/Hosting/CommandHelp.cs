using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Surrogates.Cli.Hosting;

/// <summary>The parser's help, followed by examples.</summary>
internal sealed class CommandHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is CliCommand command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine($"  {SurrogateCommandLine.Name} {example}");
            }

            output.WriteLine();
        }

        return exitCode;
    }
}
