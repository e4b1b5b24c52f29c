using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A body with a round door, a drawer and a knob.</summary>
internal static class WashingMachines
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (body, ring, glass, panel) = (
            b.Use(Palette.Enamel(dice)), b.Use(dice.Chance(0.5) ? Palette.Metal(dice) : Palette.Enamel(dice)),
            b.Use(Palette.Dark(dice)), b.Use(Palette.Lacquer(dice)));
        var front = b.Depth / 2;
        b.BoxOn(body, 0, 0.02f, -0.02f, b.Width, b.Height - 0.02f, b.Depth - 0.06f);
        b.Box(panel, 0, b.Height * 0.9f, front - 0.045f, b.Width - 0.03f, b.Height * 0.13f, 0.02f);
        var radius = b.Width * dice.Between(0.27f, 0.36f);
        var door = b.In(b.Frame.Lying(0, b.Height * dice.Between(0.44f, 0.5f), front - 0.06f));
        door.Cone(ring, 0, 0, 0, radius, radius * 0.95f, 0.05f);
        door.Cone(glass, 0, 0.05f, 0, radius * 0.72f, radius * 0.66f, 0.015f);
        var side = dice.Chance(0.5) ? 1 : -1;
        b.In(b.Frame.Lying(side * b.Width * 0.18f, b.Height * 0.9f, front - 0.04f)).Cone(glass, 0, 0, 0, 0.04f, 0.035f, 0.04f);
        b.Box(ring, -side * b.Width * 0.27f, b.Height * 0.9f, front - 0.035f, b.Width * 0.3f, b.Height * 0.07f, 0.02f);
        if (dice.Chance(0.3))
        {
            b.BoxOn(b.Use(Palette.Cloth(dice)), 0, b.Height, -0.05f, b.Width * 0.6f, dice.Between(0.1f, 0.25f), b.Depth * 0.5f);
        }
    }
}
