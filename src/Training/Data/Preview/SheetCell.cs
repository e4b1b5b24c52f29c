namespace Surrogates.Training.Data.Preview;

/// <summary>The place of a picture on a sheet: panels side by side, and room for text below them.</summary>
/// <param name="Left">The left edge of the first panel.</param>
/// <param name="Top">The upper edge of the panels.</param>
/// <param name="Size">What all cells of the sheet share.</param>
internal readonly record struct SheetCell(int Left, int Top, CellSize Size)
{
    /// <summary>Where the text begins.</summary>
    public int TextTop => Top + Size.PanelHeight + CellSize.TextGap;

    /// <summary>The left edge of a panel.</summary>
    public int PanelLeft(int panel) => Left + (panel * (Size.PanelWidth + CellSize.PanelGap));

    /// <summary>The top of a line of text below the panels.</summary>
    public int LineTop(int line) => TextTop + (line * CellSize.LineHeight);
}
