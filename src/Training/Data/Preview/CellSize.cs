namespace Surrogates.Training.Data.Preview;

/// <summary>The measures of a cell of a sheet, in pixels.</summary>
/// <param name="Factor">How many times pictures are enlarged.</param>
/// <param name="PanelWidth">The width of an enlarged picture.</param>
/// <param name="PanelHeight">The height of an enlarged picture.</param>
/// <param name="Panels">Panels of that size side by side.</param>
/// <param name="Lines">Lines of text below them.</param>
internal sealed record CellSize(int Factor, int PanelWidth, int PanelHeight, int Panels, int Lines)
{
    public const int PanelGap = 6;
    public const int TextGap = 8;
    public const int TextScale = 2;
    public const int LineHeight = (BitmapFont.Height * TextScale) + 3;

    public int Width => (Panels * (PanelWidth + PanelGap)) - PanelGap;

    public int Height => PanelHeight + (Lines == 0 ? 0 : TextGap + (Lines * LineHeight));

    /// <summary>The measures for pictures of a dataset.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="view">What is shown of a picture.</param>
    /// <param name="side">Pictures are enlarged as long as their longer side is no longer than this.</param>
    public static CellSize Of(ImageDataset data, LabelView view, int side)
    {
        var factor = Math.Max(1, side / Math.Max(data.Width, data.Height));
        return new(factor, data.Width * factor, data.Height * factor, view.Panels, view.Lines);
    }
}
