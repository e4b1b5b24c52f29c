using System.Collections.Immutable;
using System.Globalization;

namespace Surrogates.Training.Data.Preview;

/// <summary>Numbers with their names: a few below the picture, more beside it.</summary>
internal class VectorView(ImageDataset data, VectorLabels labels) : LabelView(data)
{
    private const int MostBelow = 4;

    private readonly ImmutableArray<string> _formats =
        [.. labels.TargetNames.Select((_, target) => ChooseFormat(labels.Values.Where((_, place) => place % labels.TargetNames.Length == target)))];

    /// <summary>The numbers.</summary>
    protected VectorLabels Labels => labels;

    private int Count => Labels.TargetNames.Length;

    private bool IsBelow => Count <= MostBelow;

    public override int Panels => IsBelow ? 1 : 2;

    public override int Lines => IsBelow ? Count : 0;

    public override string Subject => Count == 1 ? "1 number" : $"{Count} numbers";

    public override ImageLabel GetLabel(int index)
    {
        var row = Labels.Row(index).ToArray();
        return new(null, [.. Labels.TargetNames.Zip(row, (name, value) => KeyValuePair.Create(name, (double)value))]);
    }

    public override LabelSummary Summarize(IReadOnlyList<int> indices) =>
        LabelSummary.OfNumbers("target", Labels.TargetNames.Select((name, target) =>
        {
            var moments = new Moments();
            foreach (var index in indices)
            {
                moments.Add(Labels.Row(index)[target]);
            }

            return (name, moments);
        }));

    protected override void DrawLabel(Canvas canvas, SheetCell cell, int index)
    {
        var (left, top) = IsBelow ? (cell.Left, cell.TextTop) : (cell.PanelLeft(1) + CellSize.PanelGap, cell.Top);
        var width = cell.Left + cell.Size.Width - left;
        var height = IsBelow ? Count * CellSize.LineHeight : cell.Size.PanelHeight;
        var scale = Count * LineHeight(CellSize.TextScale) <= height ? CellSize.TextScale : 1;
        var lines = Math.Min(Count, height / LineHeight(scale));
        for (var line = 0; line < lines; line++)
        {
            var y = top + (line * LineHeight(scale));
            if (line == lines - 1 && lines < Count)
            {
                canvas.TextWithin(left, y, width, $"and {Count - line} more", scale, Rgb.Quiet);
                continue;
            }

            DrawNumber(canvas, left, y, width, index, line, scale);
        }
    }

    /// <summary>Writes a number with its name before it, the name at the left edge of a column and the number at the right one.</summary>
    protected void DrawNumber(Canvas canvas, int left, int top, int width, int index, int target, int scale)
    {
        var value = Labels.Row(index)[target].ToString(_formats[target], CultureInfo.InvariantCulture);
        var valueWidth = BitmapFont.Measure(value, scale);
        canvas.Text(left + width - valueWidth, top, value, scale, Rgb.Ink);
        canvas.TextWithin(left, top, width - valueWidth - (4 * scale), Labels.TargetNames[target], scale, Rgb.Quiet);
    }

    private static int LineHeight(int scale) => (BitmapFont.Height * scale) + 3;

    // As many decimals as the largest number of a target can use.
    private static string ChooseFormat(IEnumerable<float> values)
    {
        var (largest, areWhole) = (0f, true);
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
            areWhole &= MathF.Floor(value) == value;
        }

        return largest switch
        {
            >= 1e6f => "G4",
            _ when areWhole => "F0",
            >= 1000 => "F0",
            >= 100 => "F1",
            >= 1 => "F2",
            >= .1f => "F3",
            _ => "G3",
        };
    }
}
