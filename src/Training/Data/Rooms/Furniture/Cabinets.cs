using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A wardrobe, a chest of drawers or a sideboard: a body with doors or drawers that have handles.</summary>
internal static class Cabinets
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var body = b.Use(Palette.Hard(dice));
        var front = dice.Chance(0.55) ? body : b.Use(Palette.Hard(dice));
        var handle = b.Use(Palette.Metal(dice));
        var foot = dice.Between(0.02f, 0.14f);
        b.BoxOn(body, 0, foot, -0.01f, b.Width, b.Height - foot, b.Depth - 0.03f);
        b.Legs(body, 0, -0.01f, b.Width - 0.04f, b.Depth - 0.06f, foot, 0.07f, false);
        b.BoxOn(body, 0, b.Height, 0, b.Width + 0.03f, 0.025f, b.Depth);
        var (inner, low) = (b.Height - foot, foot);
        if (b.Height < 1.3f && dice.Chance(0.6))
        {
            var rows = b.Height > 1 ? 4 : 3;
            for (var i = 0; i < rows; i++)
            {
                var y = low + inner * (i + 0.5f) / rows;
                b.Box(front, 0, y, b.Depth / 2 - 0.02f, b.Width - 0.06f, inner / rows - 0.035f, 0.03f);
                b.Box(handle, 0, y, b.Depth / 2 + 0.005f, b.Width * 0.3f, 0.025f, 0.03f);
            }

            return;
        }

        var doors = b.Width > 1.2f ? 3 : 2;
        for (var i = 0; i < doors; i++)
        {
            var width = b.Width / doors;
            var x = (i - (doors - 1) / 2f) * width;
            b.Box(front, x, low + inner / 2, b.Depth / 2 - 0.02f, width - 0.035f, inner - 0.06f, 0.03f);
            var edge = (i & 1) == 0 ? 1 : -1;
            var length = MathF.Min(0.3f, inner * 0.3f);
            b.Box(handle, x + edge * (width / 2 - 0.06f), low + inner * 0.52f, b.Depth / 2 + 0.01f, 0.025f, length, 0.03f);
        }
    }
}
