using Spectre.Console;
using Spectre.Console.Rendering;

namespace Surrogates.Cli.Output;

/// <summary>A table of results, in the one style that all commands share.</summary>
internal sealed class ResultTable : IRenderable
{
    private readonly Table _table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));

    /// <summary>Adds a column of text.</summary>
    public ResultTable Text(string header) => Column(header, Justify.Left);

    /// <summary>Adds a column of numbers, which stand at the right.</summary>
    public ResultTable Number(string header) => Column(header, Justify.Right);

    /// <summary>Adds columns of numbers.</summary>
    public ResultTable Numbers(IEnumerable<string> headers) => headers.Aggregate(this, (table, header) => table.Number(header));

    /// <summary>Adds a row; its texts are shown as they stand.</summary>
    public ResultTable Row(params IEnumerable<string> cells)
    {
        _table.AddRow(cells.Select(cell => new Text(cell)));
        return this;
    }

    public Measurement Measure(RenderOptions options, int maxWidth) => ((IRenderable)_table).Measure(options, maxWidth);

    // The border has empty lines at the top and the bottom; distance is up to who shows the table.
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        Segment.SplitLines(((IRenderable)_table).Render(options, maxWidth))
            .Where(line => line.Any(segment => !string.IsNullOrWhiteSpace(segment.Text)))
            .SelectMany(line => line.Append(Segment.LineBreak));

    private ResultTable Column(string header, Justify alignment)
    {
        _table.AddColumn(new TableColumn(new Text(header, new Style(decoration: Decoration.Bold))) { Alignment = alignment });
        return this;
    }
}
