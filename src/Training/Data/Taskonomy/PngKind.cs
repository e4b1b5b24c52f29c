namespace Surrogates.Training.Data.Taskonomy;

/// <summary>What the numbers of a PNG's pixels are, as the format numbers it.</summary>
internal enum PngKind
{
    Grey = 0,
    Colours = 2,
    Palette = 3,
    GreyAlpha = 4,
    ColoursAlpha = 6,
}
