using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A tall body with two doors, one above the other or side by side, and long handles.</summary>
internal static class Refrigerators
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (body, handle, plinth) = (b.Use(Palette.Enamel(dice)), b.Use(Palette.Metal(dice)), b.Use(Palette.Dark(dice)));
        b.BoxOn(plinth, 0, 0, 0, b.Width - 0.02f, 0.08f, b.Depth - 0.1f);
        b.BoxOn(body, 0, 0.06f, -0.04f, b.Width, b.Height - 0.06f, b.Depth - 0.08f);
        var (front, low) = (b.Depth / 2 - 0.03f, 0.08f);
        var height = b.Height - low;
        if (b.Width > 0.8f && dice.Chance(0.6))
        {
            for (var side = -1; side <= 1; side += 2)
            {
                b.BoxOn(body, side * b.Width / 4, low, front, b.Width / 2 - 0.012f, height, 0.06f);
                b.Box(handle, side * 0.06f, low + height * 0.55f, front + 0.05f, 0.03f, height * 0.4f, 0.04f);
            }

            return;
        }

        var split = dice.Chance(0.5) ? dice.Between(0.28f, 0.4f) : dice.Between(0.62f, 0.74f);
        var edge = (dice.Chance(0.5) ? 1 : -1) * (b.Width / 2 - 0.07f);
        b.BoxOn(body, 0, low, front, b.Width, height * split - 0.015f, 0.06f);
        b.BoxOn(body, 0, low + height * split, front, b.Width, height * (1 - split), 0.06f);
        b.Box(handle, edge, low + height * split - 0.22f, front + 0.05f, 0.03f, 0.3f, 0.04f);
        b.Box(handle, edge, low + height * split + 0.2f, front + 0.05f, 0.03f, 0.28f, 0.04f);
    }
}
