using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A pot, a stem and balls or blades of leaves.</summary>
internal static class Plants
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (pot, leaves, stem) = (b.Use(Palette.Hard(dice)), b.Use(Palette.Leaves(dice)), b.Use(Palette.Wood(dice)));
        var height = MathF.Min(b.Height * 0.3f, 0.4f);
        b.Cone(pot, 0, 0, 0, b.Width * 0.22f, b.Width * 0.32f, height);
        b.Cone(stem, 0, height, 0, 0.03f, 0.02f, b.Height * 0.45f);
        var isBladed = dice.Chance(0.5);
        var count = 4 + dice.Pick(4);
        for (var i = 0; i < count; i++)
        {
            var turned = Geometry.Frame.Upright(b.Frame.At(0, height, 0), i * 360.0 / count - 180 + dice.Between(-20, 20));
            var rise = b.Height - height;
            if (isBladed)
            {
                b.In(turned.Tilted(0, 0, 0, -dice.Between(8, 38)))
                    .Ellipsoid(leaves, 0, rise * 0.5f, 0, b.Width * 0.28f, rise, 0.05f);
            }
            else
            {
                b.In(turned).Ellipsoid(
                    leaves, 0, rise * dice.Between(0.35f, 0.8f), b.Width * dice.Between(0.1f, 0.3f),
                    b.Width * 0.5f, rise * dice.Between(0.25f, 0.4f), b.Width * 0.45f);
            }
        }
    }
}
