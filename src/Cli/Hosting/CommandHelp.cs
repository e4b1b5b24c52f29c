using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Surrogates.Cli.Hosting;

/// <summary>The parser's help, followed by examples.</summary>
internal sealed class CommandHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        HideForeignArguments(parseResult.CommandResult);
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

    // 'benchmark TABLE' and 'benchmark build': the second takes no TABLE. The process ends with the help.
    private static void HideForeignArguments(CommandResult command)
    {
        for (var parent = command.Parent as CommandResult; parent is not null; parent = parent.Parent as CommandResult)
        {
            foreach (var argument in parent.Command.Arguments)
            {
                argument.Hidden = true;
            }
        }
    }
}
