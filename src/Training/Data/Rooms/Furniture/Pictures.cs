using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A frame, a mat at times, and a painting.</summary>
internal static class Pictures
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var border = dice.Between(0.03f, 0.07f);
        b.BoxOn(b.Use(Palette.Hard(dice)), 0, 0, 0.012f, b.Width, b.Height, 0.024f);
        b.BoxOn(b.Use(Palette.Art(dice)), 0, border, 0.02f, b.Width - 2 * border, b.Height - 2 * border, 0.02f);
    }
}
