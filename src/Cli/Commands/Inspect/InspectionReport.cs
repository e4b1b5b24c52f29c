using Surrogates.Architectures;
using Surrogates.Architectures.Cells;
using Surrogates.Cli.Drawing;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Output;

namespace Surrogates.Cli.Commands.Inspect;

/// <summary>Inspections for people: one in full, several as a table.</summary>
internal static class InspectionReport
{
    public static void Write(IReadOnlyList<Inspection> inspections, CommandContext context)
    {
        if (inspections is [var only])
        {
            WriteOne(only, context);
            return;
        }

        var table = new ResultTable().Text("architecture").Text("space").Text("canonical").Text("connected")
            .Numbers(["parameters", "multiply-adds", "FLOPs", "neighbors"]);
        foreach (var inspection in inspections)
        {
            table.Row(
                inspection.Arch,
                inspection.Space,
                inspection.Canonical == inspection.Arch ? "itself" : inspection.Canonical,
                inspection.Connected ? "yes" : "no",
                Count(inspection.Parameters),
                Count(inspection.MultiplyAdds),
                Count(inspection.Flops),
                Numerals.Count(inspection.Neighbors));
        }

        context.Show(table);
    }

    private static void WriteOne(Inspection inspection, CommandContext context)
    {
        context.Line(inspection.Arch);
        context.Line($"  space           {inspection.Space}: {inspection.Architecture.Space.Description}");
        context.Line($"  canonical form  {(inspection.Canonical == inspection.Arch ? "itself" : inspection.Canonical)}");
        var connected = inspection.Connected ? "yes" : "no: the output does not depend on the input, so it cannot learn";
        context.Line($"  connected       {connected}");
        context.Line($"  parameters      {Count(inspection.Parameters)}");
        context.Line($"  multiply-adds   {Count(inspection.MultiplyAdds)}");
        context.Line($"  FLOPs           {Count(inspection.Flops)}");
        context.Line($"  neighbors       {Numerals.Count(inspection.Neighbors)}");
        context.Show(Choices(inspection.Architecture));
        context.Show(Graph(inspection.Graph, inspection.Architecture.Space), "Graph of the canonical form");
    }

    private static ResultTable Choices(Architecture architecture)
    {
        var space = architecture.Space;
        var live = new bool[space.Choices.Count];
        (space as CellSearchSpace)?.FindLiveEdges(architecture.Choices, live);
        var table = new ResultTable().Text("choice").Text("option");
        if (space is CellSearchSpace)
        {
            table.Text("on a path to the output");
        }

        for (var i = 0; i < space.Choices.Count; i++)
        {
            var choice = space.Choices[i];
            var option = OperationLabel.Describe(space, choice.Options[architecture.Choices[i]]);
            table.Row(space is CellSearchSpace ? [choice.Name, option, live[i] ? "yes" : "no"] : [choice.Name, option]);
        }

        return table;
    }

    private static ResultTable Graph(ArchitectureGraph graph, ISearchSpace space)
    {
        var changesShape = graph.Nodes.Any(node => node.Channels != 1 || node.Resolution != 1);
        var table = new ResultTable().Number("node").Text("operation").Text("inputs");
        if (changesShape)
        {
            table.Numbers(["channels", "resolution"]);
        }

        for (var i = 0; i < graph.Nodes.Count; i++)
        {
            var node = graph.Nodes[i];
            var inputs = string.Join(", ", graph.Edges.Where(edge => edge.To == i).Select(edge => edge.From));
            string[] cells = [Numerals.Count(i), OperationLabel.Describe(space, node.Operation), inputs];
            table.Row(changesShape ? [.. cells, Multiple(node.Channels), Multiple(node.Resolution)] : cells);
        }

        return table;
    }

    private static string Multiple(double factor) =>
        factor >= 1 ? FormattableString.Invariant($"×{factor:G4}") : FormattableString.Invariant($"1/{1 / factor:G4}");

    private static string Count(long? count) => count is { } number ? Numerals.Count(number) : "no formula";
}
