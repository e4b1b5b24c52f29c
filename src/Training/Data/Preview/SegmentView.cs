namespace Surrogates.Training.Data.Preview;

/// <summary>A class at every pixel: a map of colours beside the picture, and what the colours mean. Pixels without a class are hatched.</summary>
internal sealed class SegmentView(ImageDataset data, SegmentLabels labels) : LabelView(data)
{
    private const string Unlabelled = "no class";
    private const int HatchDistance = 6;

    private static readonly Rgb HatchGround = Rgb.White;
    private static readonly Rgb HatchLine = Rgb.Quiet;

    public override int Panels => 2;

    public override string Subject => $"{labels.SegmentNames.Length} classes of pixels";

    public override IReadOnlyList<SheetKey> GetKeys(IReadOnlyList<int> indices)
    {
        var counts = CountPixels(indices);
        var occurring = Enumerable.Range(0, labels.SegmentNames.Length).Where(value => counts[value] > 0)
            .Select(value => new SheetKey(Palette.Color(value), labels.SegmentNames[value]));
        return counts[SegmentLabels.Unlabelled] > 0 ? [.. occurring, new(null, Unlabelled)] : [.. occurring];
    }

    public override ImageLabel GetLabel(int index)
    {
        var counts = CountPixels([index]);
        var all = (double)labels.Height * labels.Width;
        return new(
            null,
            [
                .. Enumerable.Range(0, labels.SegmentNames.Length).Where(value => counts[value] > 0)
                    .Select(value => KeyValuePair.Create(labels.SegmentNames[value], counts[value] / all)),
            ]);
    }

    public override LabelSummary Summarize(IReadOnlyList<int> indices)
    {
        var pixels = new long[byte.MaxValue + 1];
        var images = new int[byte.MaxValue + 1];
        foreach (var index in indices)
        {
            var counts = CountPixels([index]);
            for (var value = 0; value < counts.Length; value++)
            {
                pixels[value] += counts[value];
                images[value] += counts[value] > 0 ? 1 : 0;
            }
        }

        var rows = labels.SegmentNames.Select((name, value) => Row(name, value));
        return new(
            "class",
            [new("share of pixels", LabelMeasureKind.Share), new("in images", LabelMeasureKind.Count)],
            pixels[SegmentLabels.Unlabelled] > 0 ? [.. rows, Row(Unlabelled, SegmentLabels.Unlabelled)] : [.. rows]);

        LabelSummaryRow Row(string name, int value) => new(name, [(double)pixels[value] / pixels.Sum(), images[value]]);
    }

    protected override void DrawLabel(Canvas canvas, SheetCell cell, int index)
    {
        var (left, factor) = (cell.PanelLeft(1), cell.Size.Factor);
        var classes = ReadDense(labels, index);
        Hatch(canvas, left, cell.Top, cell.Size.PanelWidth, cell.Size.PanelHeight);
        for (var place = 0; place < classes.Length; place++)
        {
            if (classes[place] != SegmentLabels.Unlabelled)
            {
                var (y, x) = Math.DivRem(place, labels.Width);
                canvas.Fill(left + (x * factor), cell.Top + (y * factor), factor, factor, Palette.Color(classes[place]));
            }
        }

        DrawFrame(canvas, cell, panel: 1);
    }

    /// <summary>Draws a rectangle of slanted lines.</summary>
    public static void Hatch(Canvas canvas, int left, int top, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                canvas.Set(left + x, top + y, (x + y) % HatchDistance < 2 ? HatchLine : HatchGround);
            }
        }
    }

    private long[] CountPixels(IReadOnlyList<int> indices)
    {
        var counts = new long[byte.MaxValue + 1];
        foreach (var index in indices)
        {
            foreach (var value in ReadDense(labels, index))
            {
                counts[value]++;
            }
        }

        return counts;
    }
}
