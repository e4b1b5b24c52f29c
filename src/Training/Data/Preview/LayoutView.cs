using System.Collections.Immutable;
using Surrogates.Numerics;

namespace Surrogates.Training.Data.Preview;

/// <summary>
/// The layout of a room: beside the picture the room from above, with the camera and where it looks, all rooms at one scale; below, the
/// nine numbers. (The edges of the room over the picture would need the camera's field of view, which is not among them.)
/// </summary>
internal sealed class LayoutView(ImageDataset data, VectorLabels labels) : VectorView(data, labels)
{
    private const int Columns = 3;
    private const int ColumnGap = 18;
    private const int Margin = 10;

    private static readonly Rgb Wall = Rgb.Quiet;
    private static readonly Rgb Sight = Rgb.Of(0xd9482b);

    // Side by side what belongs together.
    private static readonly string[] Names = ["left", "right", "yaw", "front", "back", "pitch", "floor", "ceiling", "roll"];

    private readonly ImmutableArray<int> _targets = [.. Names.Select(name => labels.TargetNames.IndexOf(name))];
    private readonly double _extent = Math.Max(Largest(labels, "left", "right"), Largest(labels, "front", "back"));

    public override int Panels => 2;

    public override int Lines => Names.Length / Columns;

    public override string Subject => "metres and degrees";

    /// <summary>Whether the numbers are those of a layout: six distances to the sides of the room, and three angles of the camera.</summary>
    public static bool Fits(VectorLabels labels) =>
        labels.TargetNames.Length == Names.Length && Names.All(name => labels.TargetNames.Contains(name));

    protected override void DrawLabel(Canvas canvas, SheetCell cell, int index)
    {
        DrawPlan(canvas, cell, index);
        DrawFrame(canvas, cell, panel: 1);
        var width = (cell.Size.Width - ((Columns - 1) * ColumnGap)) / Columns;
        for (var i = 0; i < Names.Length; i++)
        {
            var left = cell.Left + (i % Columns * (width + ColumnGap));
            DrawNumber(canvas, left, cell.LineTop(i / Columns), width, index, _targets[i], CellSize.TextScale);
        }
    }

    private static double Largest(VectorLabels labels, string first, string second)
    {
        var (a, b) = (labels.TargetNames.IndexOf(first), labels.TargetNames.IndexOf(second));
        var count = labels.TargetNames.Length;
        var extent = 0.0;
        for (var row = 0; row < labels.Values.Length; row += count)
        {
            extent = Math.Max(extent, labels.Values[row + a] + (double)labels.Values[row + b]);
        }

        return extent;
    }

    private void DrawPlan(Canvas canvas, SheetCell cell, int index)
    {
        var row = Labels.Row(index);
        var (panelLeft, width, height) = (cell.PanelLeft(1), cell.Size.PanelWidth, cell.Size.PanelHeight);
        var scale = (Math.Min(width, height) - (2 * Margin)) / Math.Max(_extent, 1e-3);
        var (left, right) = (Pixels(row, "left"), Pixels(row, "right"));
        var (front, back) = (Pixels(row, "front"), Pixels(row, "back"));
        canvas.Fill(panelLeft, cell.Top, width, height, Rgb.Shade);
        var (roomLeft, roomTop) = (panelLeft + ((width - left - right) / 2), cell.Top + ((height - front - back) / 2));
        canvas.Fill(roomLeft, roomTop, left + right, front + back, Rgb.White);
        for (var line = 0; line < 2; line++)
        {
            canvas.Frame(roomLeft - line, roomTop - line, left + right + (2 * line), front + back + (2 * line), Wall);
        }

        // Ahead is towards the front wall, up in the plan; a camera that is turned to the right looks to the right.
        var (sine, cosine) = PlainMath.SinCos(row[Labels.TargetNames.IndexOf("yaw")] * (Math.PI / 180));
        var length = Math.Max(8, Math.Min(width, height) / 6.0);
        var eye = ((double)roomLeft + left, (double)roomTop + front);
        DrawArrow(canvas, eye, sine * length, -cosine * length);

        int Pixels(ReadOnlySpan<float> numbers, string name) =>
            (int)Math.Round(Math.Clamp(numbers[Labels.TargetNames.IndexOf(name)] * scale, 0, width + height));
    }

    private static void DrawArrow(Canvas canvas, (double X, double Y) from, double dx, double dy)
    {
        const double Head = .35;
        var to = (X: from.X + dx, Y: from.Y + dy);
        canvas.Line(from, from, 9, Sight);
        canvas.Line(from, to, 3, Sight);
        canvas.Line(to, (to.X - (Head * (dx + (dy * .7))), to.Y - (Head * (dy - (dx * .7)))), 3, Sight);
        canvas.Line(to, (to.X - (Head * (dx - (dy * .7))), to.Y - (Head * (dy + (dx * .7)))), 3, Sight);
    }
}
