using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A ball, a cone or a flat disc below the ceiling; the origin is its middle, the height is how far it hangs down.</summary>
internal static class CeilingLamps
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (shade, cord) = (b.Use(Palette.Glowing(dice, dice.Between(1.5f, 4))), b.Use(Palette.Metal(dice)));
        if (b.Height < 0.15f)
        {
            b.Cone(shade, 0, b.Height - 0.09f, 0, b.Width * 0.4f, b.Width * 0.5f, 0.09f);
            return;
        }

        b.Cone(cord, 0, 0, 0, 0.012f, 0.012f, b.Height);
        if (dice.Chance(0.5))
        {
            b.Ellipsoid(shade, 0, 0, 0, b.Width * 0.8f, b.Width * dice.Between(0.5f, 0.8f), b.Width * 0.8f);
        }
        else
        {
            b.Cone(shade, 0, -0.1f, 0, b.Width * 0.5f, b.Width * dice.Between(0.12f, 0.4f), 0.22f);
        }
    }
}
