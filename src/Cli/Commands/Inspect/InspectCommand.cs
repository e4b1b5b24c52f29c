using System.CommandLine;
using Surrogates.Architectures;
using Surrogates.Cli.Drawing;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Options;
using Surrogates.Cli.Output;

namespace Surrogates.Cli.Commands.Inspect;

/// <summary>Says what architectures are, without training them.</summary>
internal sealed class InspectCommand : CliCommand
{
    private readonly Argument<string[]> _architectures = new("ARCH") { Description = "Architectures.", Arity = ArgumentArity.OneOrMore };
    private readonly SpaceOption _space = new();
    private readonly Option<string?> _svg = CliOption.Text("--svg", "Draw the architecture to this SVG file.", "FILE");

    public InspectCommand()
        : base("inspect", "Shows an architecture's choices, canonical form, graph, cost and neighbors; draws it with --svg.")
    {
        Add(_architectures);
        _space.AddTo(this);
        Add(_svg);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "inspect 64-41414-1_01_302",
        "inspect 64-41414-1_01_302 --svg cell.svg",
        "inspect 64-1234-basic 64-412131-basic --json costs.json",
        "inspect a-b-b --space my-space.json",
    ];

    public override Task RunAsync(ParseResult arguments, CommandContext context)
    {
        Architecture[] architectures =
            [.. arguments.GetValue(_architectures)!.Select(text => _space.Resolve(arguments, text).Parse(text))];
        var svg = arguments.GetValue(_svg);
        OutputFile.RequireFolder(svg);
        if (svg is not null && architectures.Length > 1)
        {
            throw new InputException($"--svg draws one architecture; {architectures.Length} were given");
        }

        Inspection[] inspections = [.. architectures.Select(Inspection.Of)];
        InspectionReport.Write(inspections, context);
        context.WriteJson(inspections);
        if (svg is not null)
        {
            OutputFile.WriteText(svg, ArchitectureDrawing.Draw(architectures[0]));
            context.Note($"Wrote {svg}.");
        }

        return Task.CompletedTask;
    }
}
