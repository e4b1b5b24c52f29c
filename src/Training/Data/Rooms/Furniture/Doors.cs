using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A leaf with panels or a pane, a frame, a handle.</summary>
internal static class Doors
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var leaf = b.Use(dice.Chance(0.5) ? Palette.Wood(dice) : Palette.Lacquer(dice));
        var (frame, metal) = (b.Use(Palette.Hard(dice)), b.Use(Palette.Metal(dice)));
        b.BoxOn(leaf, 0, 0, 0.015f, b.Width, b.Height, 0.03f);
        b.BoxOn(frame, -b.Width / 2 - 0.03f, 0, 0.025f, 0.08f, b.Height + 0.03f, 0.05f);
        b.BoxOn(frame, b.Width / 2 + 0.03f, 0, 0.025f, 0.08f, b.Height + 0.03f, 0.05f);
        b.BoxOn(frame, 0, b.Height - 0.01f, 0.025f, b.Width + 0.14f, 0.08f, 0.05f);
        var side = dice.Chance(0.5) ? 1 : -1;
        b.Box(metal, side * (b.Width / 2 - 0.12f), b.Height * 0.48f, 0.06f, 0.13f, 0.025f, 0.03f);
        b.Box(metal, side * (b.Width / 2 - 0.08f), b.Height * 0.48f, 0.045f, 0.03f, 0.03f, 0.05f);
        var panels = dice.Pick(4);
        for (var i = 0; i < panels; i++)
        {
            var height = b.Height / panels;
            b.Box(leaf, 0, height * (i + 0.5f), 0.03f, b.Width * 0.66f, height * 0.7f, 0.02f);
        }
    }
}
