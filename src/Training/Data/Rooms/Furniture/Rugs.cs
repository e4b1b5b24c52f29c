using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A cloth on the floor, rectangular with a border, or oval.</summary>
internal static class Rugs
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (border, cloth) = (b.Use(Palette.Cloth(dice)), b.Use(Palette.Cloth(dice) with { Scale = dice.Between(0.15f, 0.5f) }));
        if (dice.Chance(0.3))
        {
            b.OvalCone(cloth, 0, 0, 0, b.Width, b.Depth, b.Height, 0);
            return;
        }

        b.BoxOn(border, 0, 0, 0, b.Width, b.Height, b.Depth);
        b.BoxOn(cloth, 0, 0, 0, b.Width - 0.16f, b.Height + 0.003f, b.Depth - 0.16f);
    }
}
