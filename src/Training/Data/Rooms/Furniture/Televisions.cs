using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A wide screen on a low stand, or on a foot of its own.</summary>
internal static class Televisions
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (dark, stand) = (b.Use(Palette.Dark(dice)), b.Use(Palette.Hard(dice)));
        var screen = b.Use(dice.Chance(0.55) ? Palette.Art(dice, dice.Between(0.5f, 1.5f)) : Palette.Dark(dice));
        var height = b.Width * dice.Between(0.54f, 0.6f);
        var bottom = b.Height - height;
        if (dice.Chance(0.6))
        {
            var board = bottom - 0.08f;
            b.BoxOn(stand, 0, board - 0.04f, 0, b.Width * 1.05f, 0.04f, b.Depth);
            b.BoxOn(stand, -b.Width * 0.48f, 0, 0, 0.05f, board - 0.04f, b.Depth * 0.9f);
            b.BoxOn(stand, b.Width * 0.48f, 0, 0, 0.05f, board - 0.04f, b.Depth * 0.9f);
            b.BoxOn(dark, 0, board, 0, b.Width * 0.35f, 0.02f, b.Depth * 0.6f);
            b.BoxOn(dark, 0, board, 0, 0.12f, 0.12f, 0.05f);
        }
        else
        {
            b.BoxOn(stand, 0, 0, 0, b.Width * 0.5f, 0.03f, b.Depth);
            b.BoxOn(stand, 0, 0.03f, -0.02f, 0.1f, bottom + 0.1f, 0.06f);
        }

        b.BoxOn(dark, 0, bottom, 0.03f, b.Width, height, 0.05f);
        b.BoxOn(screen, 0, bottom + 0.025f, 0.055f, b.Width - 0.05f, height - 0.05f, 0.014f);
    }
}
