using System.CommandLine;
using Surrogates.Cli.Hosting;

namespace Surrogates.Cli.Commands.Data;

/// <summary>The commands that look at images.</summary>
internal sealed class DataCommand : CliCommand
{
    private readonly DataPreviewCommand _preview = new();

    public DataCommand()
        : base("data", "Looks at the images that networks are trained on.") => Add(_preview);

    public override IReadOnlyList<string> Examples => _preview.Examples;

    /// <exception cref="InputException">Always: the command is one of those below.</exception>
    public override Task RunAsync(ParseResult arguments, CommandContext context) =>
        throw new InputException($"{Name}: expected '{Name} {_preview.Name}' (see '{SurrogateCommandLine.Name} {Name} --help')");
}
