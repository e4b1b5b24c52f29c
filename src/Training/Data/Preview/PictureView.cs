namespace Surrogates.Training.Data.Preview;

/// <summary>The pictures alone, for tasks that make their own targets, and for tasks of the user's own whose labels are unknown.</summary>
internal class PictureView(ImageDataset data) : LabelView(data)
{
    public override ImageLabel GetLabel(int index) => ImageLabel.None;

    /// <summary>The colours of the pictures.</summary>
    public override LabelSummary Summarize(IReadOnlyList<int> indices)
    {
        (string Name, Moments Values)[] channels = [("red", new()), ("green", new()), ("blue", new())];
        foreach (var index in indices)
        {
            var planes = ReadPicture(index);
            for (var i = 0; i < planes.Length; i++)
            {
                channels[i / (planes.Length / ImageDataset.Channels)].Values.Add(planes[i]);
            }
        }

        return LabelSummary.OfNumbers("channel, 0 to 255", channels);
    }

    protected override void DrawLabel(Canvas canvas, SheetCell cell, int index)
    {
    }
}
