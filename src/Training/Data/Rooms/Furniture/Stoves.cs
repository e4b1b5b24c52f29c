using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>An oven with a window and a bar, knobs, plates on top, a pot at times, and at times a hood above it.</summary>
internal static class Stoves
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (body, dark, metal) = (b.Use(Palette.Enamel(dice)), b.Use(Palette.Dark(dice)), b.Use(Palette.Metal(dice)));
        var front = b.Depth / 2;
        b.BoxOn(body, 0, 0, -0.01f, b.Width, b.Height - 0.02f, b.Depth - 0.02f);
        b.BoxOn(dice.Chance(0.5) ? dark : metal, 0, b.Height - 0.02f, 0, b.Width, 0.025f, b.Depth);
        b.Box(dark, 0, b.Height * 0.45f, front - 0.015f, b.Width * 0.76f, b.Height * 0.38f, 0.02f);
        b.Box(metal, 0, b.Height * 0.7f, front + 0.02f, b.Width * 0.8f, 0.03f, 0.04f);
        for (var i = 0; i < 4; i++)
        {
            b.In(b.Frame.Lying((i - 1.5f) * b.Width * 0.2f, b.Height * 0.87f, front - 0.02f)).Cone(metal, 0, 0, 0, 0.03f, 0.025f, 0.05f);
            var (x, z) = (((i & 1) - 0.5f) * b.Width * 0.5f, ((i >> 1) - 0.5f) * b.Depth * 0.46f);
            b.Cone(dark, x, b.Height, z, 0.1f, 0.095f, 0.025f);
        }

        if (dice.Chance(0.45))
        {
            var pot = b.Use(dice.Chance(0.5) ? Palette.Metal(dice) : Palette.Lacquer(dice));
            b.Cone(pot, b.Width * 0.25f, b.Height + 0.02f, -b.Depth * 0.23f, 0.11f, 0.12f, 0.15f);
        }

        if (dice.Chance(0.4))
        {
            var back = -b.Depth / 2;
            b.OvalCone(metal, 0, b.Height + 0.65f, back + 0.22f, b.Width * 0.62f, 0.34f, 0.24f, -0.5f);
            b.BoxOn(metal, 0, b.Height + 0.85f, back + 0.14f, 0.22f, 0.55f, 0.2f);
        }
        else if (dice.Chance(0.4))
        {
            b.BoxOn(body, 0, b.Height, -b.Depth / 2 + 0.03f, b.Width, 0.14f, 0.05f);
        }
    }
}
