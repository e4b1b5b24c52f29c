using System.Globalization;

namespace Surrogates.Training.Data.Preview;

/// <summary>A distribution over the classes a picture: the most probable ones below it, on bars of their probabilities.</summary>
internal sealed class SoftView(ImageDataset data, SoftLabels labels) : LabelView(data)
{
    private const int Shown = 3;

    // What would be told as 0 % is not told.
    private const double Least = .005;
    private const int BarMargin = 3;

    public override int Lines => Math.Min(Shown, labels.ClassNames.Length);

    public override string Subject => $"{labels.ClassNames.Length} classes with probabilities";

    public override int Groups => labels.ClassNames.Length;

    public override int GetGroup(int index) => Best(index).First();

    public override ImageLabel GetLabel(int index)
    {
        var row = labels.Row(index).ToArray();
        return new(
            null,
            [
                .. Best(index).Take(Shown).Where(name => row[name] >= Least)
                    .Select(name => KeyValuePair.Create(labels.ClassNames[name], (double)row[name])),
            ]);
    }

    public override LabelSummary Summarize(IReadOnlyList<int> indices)
    {
        var sums = new double[labels.ClassNames.Length];
        var first = new int[sums.Length];
        foreach (var index in indices)
        {
            var row = labels.Row(index);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += row[i];
            }

            first[GetGroup(index)]++;
        }

        return new(
            "class",
            [new("most probable in images", LabelMeasureKind.Count), new("mean probability", LabelMeasureKind.Share)],
            [.. labels.ClassNames.Select((name, i) => new LabelSummaryRow(name, [first[i], sums[i] / indices.Count]))]);
    }

    protected override void DrawLabel(Canvas canvas, SheetCell cell, int index)
    {
        foreach (var (line, (name, probability)) in GetLabel(index).Values.Index())
        {
            var (top, width) = (cell.LineTop(line) - BarMargin, cell.Size.Width);
            var height = CellSize.LineHeight - 2;
            var bar = (int)Math.Round(Math.Clamp(probability, 0, 1) * width);
            canvas.Fill(cell.Left, top, width, height, Rgb.Shade);
            canvas.Fill(cell.Left, top, bar, height, Rgb.Bar);
            var share = probability.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
            var shareWidth = BitmapFont.Measure(share, CellSize.TextScale);
            canvas.Text(cell.Left + width - shareWidth - BarMargin, cell.LineTop(line), share, CellSize.TextScale, Rgb.Quiet);
            canvas.TextWithin(
                cell.Left + BarMargin, cell.LineTop(line), width - shareWidth - (5 * BarMargin), name, CellSize.TextScale, Rgb.Ink);
        }
    }

    private IEnumerable<int> Best(int index)
    {
        var row = labels.Row(index).ToArray();
        return Enumerable.Range(0, row.Length).OrderByDescending(name => row[name]);
    }
}
