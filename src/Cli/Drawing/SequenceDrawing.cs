using System.Globalization;
using Surrogates.Architectures;

namespace Surrogates.Cli.Drawing;

/// <summary>A network as a sequence of blocks, in rows: a block is as high as its resolution, and as wide as its channels.</summary>
internal static class SequenceDrawing
{
    private const int BlocksPerRow = 8;
    private const double Margin = 36;
    private const double RowHeight = 186;

    // What enters the first module of TransNAS-Bench-101's networks: 64 channels of a 256 × 256 image, a quarter as wide and high.
    private const int MacroChannels = 64;
    private const int MacroResolution = 64;

    public static string Draw(Architecture architecture, string caption)
    {
        var space = architecture.Space;
        var nodes = architecture.ToGraph().Nodes;
        var kinds = space.Choices.SelectMany(choice => choice.Options).Distinct().ToList();
        var labels = nodes.Select(node => OperationLabel.Of(space, node.Operation).Split(", ")).ToList();
        var step = Math.Max(112, labels.SelectMany(lines => lines).Max(SvgCanvas.LabelWidth) + 16);

        var canvas = new SvgCanvas();
        AddWires(canvas, nodes.Count, step);
        for (var i = 0; i < nodes.Count; i++)
        {
            var (x, y) = Place(i, step);
            if (i == 0 || i == nodes.Count - 1)
            {
                canvas.Add($"<circle class=\"end\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"19\"/>");
                canvas.Add($"<text class=\"label end-label\" x=\"{x:0.#}\" y=\"{y:0.#}\">{(i == 0 ? "in" : "out")}</text>");
            }
            else
            {
                var color = SvgCanvas.ColorClass(kinds.IndexOf(nodes[i].Operation));
                AddBlock(canvas, nodes[i], labels[i], Shape(space, nodes[i]), color, x, y);
            }
        }

        var columns = Math.Min(nodes.Count, BlocksPerRow);
        var rows = (nodes.Count + BlocksPerRow - 1) / BlocksPerRow;
        return canvas.Finish(architecture.Text, caption, (2 * Margin) + (columns * step), SvgCanvas.HeaderHeight + (rows * RowHeight) + 12);
    }

    private static (double X, double Y) Place(int index, double step) =>
        (Margin + (((index % BlocksPerRow) + 0.5) * step), SvgCanvas.HeaderHeight + (index / BlocksPerRow * RowHeight) + 64);

    // Behind the blocks: along each row, and from the end of a row around to the start of the next.
    private static void AddWires(SvgCanvas canvas, int count, double step)
    {
        for (var first = 0; first < count; first += BlocksPerRow)
        {
            var last = Math.Min(first + BlocksPerRow, count) - 1;
            var ((x1, y), (x2, _)) = (Place(first, step), Place(last, step));
            if (last == count - 1)
            {
                canvas.Add($"<path class=\"wire\" d=\"M{x1:0.#} {y:0.#} H{x2:0.#}\"/>");
            }
            else
            {
                var (right, turn, left) = (x2 + (step / 2), y + RowHeight - 72, x1 - (step / 2));
                var below = y + RowHeight;
                canvas.Add(
                    $"<path class=\"wire\" d=\"M{x1:0.#} {y:0.#} H{right:0.#} V{turn:0.#} H{left:0.#} V{below:0.#} H{x1:0.#}\"/>");
            }
        }
    }

    private static void AddBlock(SvgCanvas canvas, GraphNode node, string[] label, string? shape, string color, double x, double y)
    {
        var height = 24 + (76 * Math.Sqrt(node.Resolution));
        var width = Math.Min(36 + (11 * Math.Log2(Math.Max(node.Channels, 1))), 84);
        var (left, top) = (x - (width / 2), y - (height / 2));

        // The fill lets the page through, and the wire must not show.
        foreach (var style in new[] { "surface", $"block {color}" })
        {
            canvas.Add(
                $"<rect class=\"{style}\" x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" rx=\"6\"/>");
        }

        var line = y + 66;
        foreach (var text in label)
        {
            canvas.Add($"<text class=\"label\" x=\"{x:0.#}\" y=\"{line:0.#}\">{text}</text>");
            line += 16;
        }

        if (shape is not null)
        {
            canvas.Add($"<text class=\"small\" x=\"{x:0.#}\" y=\"{y:0.#}\">{node.Operation}</text>");
            canvas.Add($"<text class=\"small\" x=\"{x:0.#}\" y=\"{line:0.#}\">{shape}</text>");
        }
    }

    private static string? Shape(ISearchSpace space, GraphNode node)
    {
        if (!space.Equals(SearchSpaces.Macro))
        {
            return null;
        }

        var (channels, pixels) = (MacroChannels * node.Channels, Math.Max(1, MacroResolution * node.Resolution));
        return string.Create(CultureInfo.InvariantCulture, $"{channels:0} · {pixels:0}×{pixels:0}");
    }
}
