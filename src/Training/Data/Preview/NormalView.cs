namespace Surrogates.Training.Data.Preview;

/// <summary>The direction at every pixel: a map beside the picture whose red, green and blue are x, y and z.</summary>
internal sealed class NormalView(ImageDataset data, NormalLabels labels) : LabelView(data)
{
    // What faces these ways has these colours.
    private static readonly SheetKey[] Keys =
    [
        new(new(128, 128, 255), "towards the camera"),
        new(new(255, 128, 128), "right"),
        new(new(0, 128, 128), "left"),
        new(new(128, 255, 128), "up"),
        new(new(128, 0, 128), "down"),
    ];

    public override int Panels => 2;

    public override string Subject => "a direction at every pixel";

    public override IReadOnlyList<SheetKey> GetKeys(IReadOnlyList<int> indices) => Keys;

    public override ImageLabel GetLabel(int index)
    {
        var rows = Summarize([index]).Rows;
        return new(null, [.. rows.Select(row => KeyValuePair.Create(row.Name, row.Values[0]))]);
    }

    public override LabelSummary Summarize(IReadOnlyList<int> indices)
    {
        (string Name, Moments Values)[] axes = [("x, right", new()), ("y, up", new()), ("z, towards the camera", new())];
        foreach (var index in indices)
        {
            var planes = ReadDense(labels, index);
            for (var i = 0; i < planes.Length; i++)
            {
                axes[i / (planes.Length / labels.Planes)].Values.Add((planes[i] / 127.5) - 1);
            }
        }

        return LabelSummary.OfNumbers("direction", axes);
    }

    protected override void DrawLabel(Canvas canvas, SheetCell cell, int index)
    {
        var planes = ReadDense(labels, index);
        canvas.Map(
            cell.PanelLeft(1), cell.Top, labels.Width, labels.Height, cell.Size.Factor, place => Canvas.ReadPixel(planes, place));
        DrawFrame(canvas, cell, panel: 1);
    }
}
