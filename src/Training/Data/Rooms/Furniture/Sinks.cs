using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A basin on a foot or let into a body with doors, a tap, and at times a mirror above.</summary>
internal static class Sinks
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (basin, metal, hollow) = (b.Use(Palette.Enamel(dice)), b.Use(Palette.Metal(dice)), b.Use(Palette.Enamel(dice)));
        var back = -b.Depth / 2;
        if (b.Width < 0.7f)
        {
            b.Cone(basin, 0, 0, back + 0.16f, 0.11f, 0.08f, b.Height - 0.16f);
            b.OvalCone(basin, 0, b.Height - 0.2f, 0, b.Width * 0.82f, b.Depth * 0.85f, 0.2f, 0.2f);
        }
        else
        {
            var (body, front) = (b.Use(Palette.Hard(dice)), b.Use(Palette.Hard(dice)));
            b.BoxOn(body, 0, 0.08f, -0.02f, b.Width, b.Height - 0.13f, b.Depth - 0.05f);
            for (var side = -1; side <= 1; side += 2)
            {
                b.Box(front, side * b.Width / 4, b.Height * 0.48f, b.Depth / 2 - 0.04f, b.Width / 2 - 0.04f, b.Height * 0.72f, 0.025f);
                b.Box(metal, side * 0.05f, b.Height * 0.6f, b.Depth / 2 - 0.015f, 0.02f, 0.16f, 0.03f);
            }

            b.BoxOn(basin, 0, b.Height - 0.06f, 0, b.Width + 0.02f, 0.05f, b.Depth);
        }

        // The hollow lies on the rim as a dark, flat oval: seen from above it reads as one.
        b.OvalCone(basin, 0, b.Height - 0.02f, 0.02f, b.Width * 0.66f, b.Depth * 0.66f, 0.05f, 0.05f);
        b.OvalCone(hollow, 0, b.Height + 0.025f, 0.02f, b.Width * 0.54f, b.Depth * 0.52f, 0.01f, 0);
        b.Cone(metal, 0, b.Height, back + 0.07f, 0.02f, 0.016f, 0.2f);
        b.Box(metal, 0, b.Height + 0.19f, back + 0.13f, 0.03f, 0.025f, 0.15f);
        if (dice.Chance(0.45))
        {
            var mirror = b.As(SegmentClass.Picture);
            var glass = b.Use(new Material(Pattern.Marble, Palette.White * 0.9f, Palette.White * 0.5f) with
            {
                Scale = 1.5f,
                Gloss = 1,
                Seed = dice.Seed(),
            });
            mirror.BoxOn(metal, 0, b.Height + 0.3f, back + 0.012f, b.Width * 0.85f, 0.62f, 0.02f);
            mirror.BoxOn(glass, 0, b.Height + 0.32f, back + 0.024f, b.Width * 0.85f - 0.05f, 0.58f, 0.01f);
        }
    }
}
