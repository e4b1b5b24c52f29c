namespace Surrogates.Training.Data.Preview;

/// <summary>A class a picture: its name below the picture.</summary>
internal sealed class ClassView(ImageDataset data, ClassLabels labels) : LabelView(data)
{
    public override int Lines => 1;

    public override string Subject => $"{labels.ClassNames.Length} classes";

    public override int Groups => labels.ClassNames.Length;

    public override int GetGroup(int index) => labels.Classes[index];

    public override ImageLabel GetLabel(int index) => new(Name(index), []);

    public override LabelSummary Summarize(IReadOnlyList<int> indices)
    {
        var counts = new int[labels.ClassNames.Length];
        foreach (var index in indices)
        {
            counts[labels.Classes[index]]++;
        }

        return new(
            "class",
            [new("images", LabelMeasureKind.Count), new("share", LabelMeasureKind.Share)],
            [.. labels.ClassNames.Zip(counts, (name, count) => new LabelSummaryRow(name, [count, (double)count / indices.Count]))]);
    }

    protected override void DrawLabel(Canvas canvas, SheetCell cell, int index) => DrawLine(canvas, cell, 0, Name(index));

    private string Name(int index) => labels.ClassNames[labels.Classes[index]];
}
