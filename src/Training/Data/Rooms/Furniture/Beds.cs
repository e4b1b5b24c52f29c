using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A frame with a headboard, a mattress, a blanket, pillows; the head is at the back.</summary>
internal static class Beds
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (frame, sheet, blanket, pillow) = (
            b.Use(dice.Chance(0.7) ? Palette.Hard(dice) : Palette.Cloth(dice)),
            b.Use(Palette.Cloth(dice)), b.Use(Palette.Cloth(dice)), b.Use(Palette.Cloth(dice)));
        var (side, mattress) = (dice.Between(0.22f, 0.38f), dice.Between(0.14f, 0.26f));
        var top = side + mattress;
        b.BoxOn(frame, 0, 0, -b.Depth / 2 + 0.03f, b.Width, b.Height, 0.06f);
        b.Box(frame, 0, side * 0.7f, 0.02f, b.Width, side * 0.6f, b.Depth - 0.04f);
        b.Legs(frame, 0, 0.02f, b.Width, b.Depth - 0.04f, side * 0.5f, 0.09f, false);
        b.BoxOn(sheet, 0, side, 0.02f, b.Width - 0.06f, mattress, b.Depth - 0.1f);
        if (dice.Chance(0.4))
        {
            b.BoxOn(frame, 0, 0, b.Depth / 2 - 0.03f, b.Width, top + dice.Between(0, 0.25f), 0.05f);
        }

        // The blanket hangs over both sides.
        var length = b.Depth * dice.Between(0.45f, 0.72f);
        b.Box(blanket, 0, top - 0.07f, b.Depth / 2 - 0.05f - length / 2, b.Width + 0.02f, 0.24f, length);
        var pillows = b.Width > 1.3f ? 2 : 1;
        for (var i = 0; i < pillows; i++)
        {
            var x = (i - (pillows - 1) / 2f) * b.Width * 0.46f;
            b.In(b.Frame.Tilted(x, top + 0.08f, -b.Depth / 2 + 0.32f, dice.Between(5, 35)))
                .Ellipsoid(pillow, 0, 0, 0, b.Width / pillows * 0.85f, 0.2f, 0.46f);
        }
    }
}
