using Surrogates.Training.Data.Rooms.Labels;
using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A top with drawers below one end, and a monitor and a keyboard on it.</summary>
internal static class Desks
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var top = b.Use(Palette.Hard(dice));
        var body = dice.Chance(0.5) ? top : b.Use(Palette.Hard(dice));
        var knob = b.Use(Palette.Metal(dice));
        var side = dice.Chance(0.5) ? 1 : -1;
        var board = dice.Between(0.025f, 0.05f);
        var under = b.Height - board;
        b.BoxOn(top, 0, under, 0, b.Width, board, b.Depth);

        // Drawers below one end, legs or a board below the other.
        var x = side * (b.Width / 2 - 0.22f);
        b.BoxOn(body, x, 0.04f, -0.02f, 0.4f, under - 0.04f, b.Depth - 0.08f);
        for (var i = 0; i < 3; i++)
        {
            var y = under * (0.2f + 0.29f * i);
            b.Box(body, x, y, b.Depth / 2 - 0.05f, 0.36f, under * 0.25f, 0.025f);
            b.Box(knob, x, y, b.Depth / 2 - 0.03f, 0.14f, 0.02f, 0.03f);
        }

        b.BoxOn(body, -side * (b.Width / 2 - 0.04f), 0, 0, 0.05f, under, b.Depth - 0.06f);
        if (dice.Chance(0.7))
        {
            b.Box(body, 0, under * 0.65f, -b.Depth / 2 + 0.06f, b.Width - 0.1f, under * 0.5f, 0.02f);
        }

        Monitor(b.As(SegmentClass.Appliance), dice.Between(-0.2f, 0.2f) * b.Width);
    }

    private static void Monitor(FurnitureBuilder b, float x)
    {
        var dice = b.Dice;
        var (dark, screen) = (b.Use(Palette.Dark(dice)), b.Use(dice.Chance(0.5) ? Palette.Art(dice, 1) : Palette.Dark(dice)));
        var (width, z) = (dice.Between(0.42f, 0.65f), -b.Depth * 0.22f);
        var height = width * 0.6f;
        b.BoxOn(dark, x, b.Height, z, 0.22f, 0.015f, 0.16f);
        b.BoxOn(dark, x, b.Height, z, 0.05f, 0.14f, 0.03f);
        b.Box(dark, x, b.Height + 0.1f + height / 2, z + 0.02f, width, height, 0.04f);
        b.Box(screen, x, b.Height + 0.1f + height / 2, z + 0.04f, width - 0.04f, height - 0.04f, 0.012f);
        b.BoxOn(dark, x, b.Height, b.Depth * 0.2f, 0.42f, 0.02f, 0.14f);
    }
}
