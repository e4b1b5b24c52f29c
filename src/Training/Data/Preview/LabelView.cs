namespace Surrogates.Training.Data.Preview;

/// <summary>
/// How labels of one kind are shown: drawn beside their pictures, told, and summed up. A further kind is one file, and a line in
/// <see cref="LabelViews"/>.
/// </summary>
internal abstract class LabelView(ImageDataset data)
{
    /// <summary>The pictures.</summary>
    protected ImageDataset Data => data;

    /// <summary>Panels of a picture's size that a picture takes; the first is the picture.</summary>
    public virtual int Panels => 1;

    /// <summary>Lines of text below a picture.</summary>
    public virtual int Lines => 0;

    /// <summary>What the labels are, for the line below the title; null where there is nothing to say.</summary>
    public virtual string? Subject => null;

    /// <summary>The number of groups that a draw of pictures takes evenly.</summary>
    public virtual int Groups => 1;

    /// <summary>The group of a picture.</summary>
    public virtual int GetGroup(int index) => 0;

    /// <summary>What the colours of the sheet mean.</summary>
    /// <param name="indices">The pictures of the sheet.</param>
    public virtual IReadOnlyList<SheetKey> GetKeys(IReadOnlyList<int> indices) => [];

    /// <summary>What is known of a picture.</summary>
    public abstract ImageLabel GetLabel(int index);

    /// <summary>The labels of pictures in a few numbers.</summary>
    public abstract LabelSummary Summarize(IReadOnlyList<int> indices);

    /// <summary>Draws a picture with its label.</summary>
    public void Draw(Canvas canvas, SheetCell cell, int index)
    {
        var planes = ReadPicture(index);
        canvas.Picture(cell.Left, cell.Top, planes, data.Width, data.Height, cell.Size.Factor);
        DrawFrame(canvas, cell, panel: 0);
        DrawLabel(canvas, cell, index);
    }

    /// <summary>Draws what belongs on the picture, in further panels, and below.</summary>
    protected abstract void DrawLabel(Canvas canvas, SheetCell cell, int index);

    /// <summary>The planes of a picture.</summary>
    protected byte[] ReadPicture(int index)
    {
        var planes = new byte[data.PictureBytes];
        data.Read([index], planes);
        return planes;
    }

    /// <summary>The planes of labels at every pixel.</summary>
    protected static byte[] ReadDense(DenseLabels labels, int index)
    {
        var planes = new byte[labels.Planes * labels.Height * labels.Width];
        labels.Read([index], planes);
        return planes;
    }

    /// <summary>A thin frame around a panel.</summary>
    protected static void DrawFrame(Canvas canvas, SheetCell cell, int panel) =>
        canvas.Frame(cell.PanelLeft(panel), cell.Top, cell.Size.PanelWidth, cell.Size.PanelHeight, Rgb.Hairline);

    /// <summary>A line of text that fits below the panels; smaller, and then shortened, where it is too long.</summary>
    protected static void DrawLine(Canvas canvas, SheetCell cell, int line, string text) =>
        canvas.TextWithin(cell.Left, cell.LineTop(line), cell.Size.Width, text, CellSize.TextScale, Rgb.Ink);
}
