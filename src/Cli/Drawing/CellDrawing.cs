using Surrogates.Architectures;
using Surrogates.Architectures.Cells;

namespace Surrogates.Cli.Drawing;

/// <summary>
/// A cell: its nodes in a line from input to output, an edge to the next node straight, one that skips nodes as an arc, above from an
/// even node and below from an odd one. Edges that do not reach the output are faded.
/// </summary>
internal static class CellDrawing
{
    private const double Radius = 19;
    private const double Margin = 56;
    private const double RisePerNode = 58;

    public static string Draw(Architecture architecture, CellSearchSpace space, string caption)
    {
        var live = new bool[space.Edges.Count];
        space.FindLiveEdges(architecture.Choices, live);
        var labels = space.Operations.Select(operation => OperationLabel.Of(space, operation)).ToArray();

        // A label stands between two neighbors, with room for the line and its head.
        var step = labels.Max(SvgCanvas.LabelWidth) + (2 * Radius) + 56;
        var above = space.Edges.Where(edge => edge.To - edge.From > 1 && edge.From % 2 == 0).Select(Rise).DefaultIfEmpty().Max();
        var below = space.Edges.Where(edge => edge.To - edge.From > 1 && edge.From % 2 == 1).Select(Rise).DefaultIfEmpty().Max();
        var middle = SvgCanvas.HeaderHeight + above + 34;

        var canvas = new SvgCanvas();

        // The faded first, so that no dead edge crosses over a live one.
        foreach (var e in Enumerable.Range(0, live.Length).OrderBy(e => live[e]))
        {
            var operation = architecture.Choices[e];
            var isNeutral = operation == space.NoneOperation || operation == space.SkipOperation;
            var color = isNeutral ? "neutral" : SvgCanvas.ColorClass(ColorIndex(space, operation));
            AddEdge(canvas, Geometry(space.Edges[e], step, middle), labels[operation], live[e] ? color : color + " dead");
        }

        for (var node = 0; node < space.Nodes; node++)
        {
            AddNode(canvas, node, space.Nodes, X(node, step), middle);
        }

        return canvas.Finish(architecture.Text, caption, (2 * Margin) + ((space.Nodes - 1) * step), middle + Math.Max(below, Radius) + 40);
    }

    // Operations with weights share the colors; what passes nothing, or passes its input on, needs none.
    private static int ColorIndex(CellSearchSpace space, int operation) =>
        Enumerable.Range(0, operation).Count(other => other != space.NoneOperation && other != space.SkipOperation);

    private static double X(int node, double step) => Margin + (node * step);

    private static double Rise((int From, int To) edge) => (edge.To - edge.From - 1) * RisePerNode;

    private static EdgeGeometry Geometry((int From, int To) edge, double step, double middle)
    {
        var (start, end) = (X(edge.From, step), X(edge.To, step));
        if (edge.To == edge.From + 1)
        {
            return new(start + Radius, middle, null, end - Radius - 2, middle, 0, (start + end) / 2, middle);
        }

        // A cubic curve whose two control points are at height h has its middle at 3/4 h.
        var direction = edge.From % 2 == 0 ? -1 : 1;
        var height = direction * Rise(edge) / 0.75;
        var lean = (end - start) * 0.2;
        var angle = Math.Atan2(-height, lean);
        var (dx, dy) = (Math.Cos(angle), Math.Sin(angle));
        return new(
            start + (Radius * dx),
            middle - (Radius * dy),
            (start + lean, end - lean, middle + height),
            end - ((Radius + 2) * dx),
            middle - ((Radius + 2) * dy),
            angle * 180 / Math.PI,
            (start + end) / 2,
            middle + (direction * (Rise(edge) + (Radius * 0.25 * Math.Abs(dy)))));
    }

    private static void AddEdge(SvgCanvas canvas, EdgeGeometry edge, string label, string style)
    {
        var (x1, y1, x2, y2) = (edge.X1, edge.Y1, edge.X2, edge.Y2);
        canvas.Add($"<g class=\"{style}\">");
        if (edge.Controls is { } controls)
        {
            var (c1, c2, bend) = controls;
            canvas.Add(
                $"  <path class=\"edge\" d=\"M{x1:0.#} {y1:0.#} C{c1:0.#} {bend:0.#} {c2:0.#} {bend:0.#} {x2:0.#} {y2:0.#}\"/>");
        }
        else
        {
            canvas.Add($"  <path class=\"edge\" d=\"M{x1:0.#} {y1:0.#} H{x2 - 6:0.#}\"/>");
        }

        canvas.Add(
            $"  <path class=\"head\" d=\"M0 0 L-11 -5.5 L-11 5.5 Z\" transform=\"translate({x2:0.#} {y2:0.#}) rotate({edge.Angle:0.#})\"/>");
        var width = SvgCanvas.LabelWidth(label);
        var (left, top) = (edge.LabelX - (width / 2), edge.LabelY - 12);
        canvas.Add($"  <rect class=\"pill\" x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{width:0.#}\" height=\"24\" rx=\"12\"/>");
        canvas.Add($"  <text class=\"label\" x=\"{edge.LabelX:0.#}\" y=\"{edge.LabelY:0.#}\">{label}</text>");
        canvas.Add($"</g>");
    }

    private static void AddNode(SvgCanvas canvas, int node, int nodes, double x, double y)
    {
        var isEnd = node == 0 || node == nodes - 1;
        var label = node == 0 ? "in" : isEnd ? "out" : node.ToString(System.Globalization.CultureInfo.InvariantCulture);
        canvas.Add($"<circle class=\"{(isEnd ? "end" : "node")}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Radius}\"/>");
        canvas.Add($"<text class=\"{(isEnd ? "label end-label" : "label")}\" x=\"{x:0.#}\" y=\"{y:0.#}\">{label}</text>");
    }

    /// <summary>Where an edge begins, bends, ends and carries its label; <c>Angle</c> is that of its head in degrees.</summary>
    private readonly record struct EdgeGeometry(
        double X1, double Y1, (double X1, double X2, double Y)? Controls, double X2, double Y2, double Angle, double LabelX, double LabelY);
}
