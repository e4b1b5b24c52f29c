using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>Four walls about a bottom, with a tap; or a tub on feet.</summary>
internal static class Bathtubs
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (tub, metal) = (b.Use(Palette.Enamel(dice)), b.Use(Palette.Metal(dice)));
        var side = dice.Chance(0.35) ? b.Use(Finishes.Wall(Planning.WallFinish.Tiles, dice)) : tub;
        var (wall, low) = (dice.Between(0.06f, 0.11f), dice.Chance(0.3) ? 0.1f : 0);
        var height = b.Height - low;
        b.BoxOn(side, 0, low, (b.Depth - wall) / 2, b.Width, height - 0.04f, wall);
        b.BoxOn(side, 0, low, -(b.Depth - wall) / 2, b.Width, height - 0.04f, wall);
        b.BoxOn(side, (b.Width - wall) / 2, low, 0, wall, height - 0.04f, b.Depth - 2 * wall);
        b.BoxOn(side, -(b.Width - wall) / 2, low, 0, wall, height - 0.04f, b.Depth - 2 * wall);

        // The rim is of the tub itself, and a little wider.
        b.BoxOn(tub, 0, b.Height - 0.04f, (b.Depth - wall) / 2, b.Width + 0.02f, 0.04f, wall + 0.02f);
        b.BoxOn(tub, 0, b.Height - 0.04f, -(b.Depth - wall) / 2, b.Width + 0.02f, 0.04f, wall + 0.02f);
        b.BoxOn(tub, (b.Width - wall) / 2, b.Height - 0.04f, 0, wall + 0.02f, 0.04f, b.Depth);
        b.BoxOn(tub, -(b.Width - wall) / 2, b.Height - 0.04f, 0, wall + 0.02f, 0.04f, b.Depth);
        var water = dice.Chance(0.4) ? b.Use(Palette.Lacquer(dice)) : tub;
        b.BoxOn(water, 0, low, 0, b.Width - 2 * wall, height * dice.Between(0.25f, 0.7f), b.Depth - 2 * wall);
        if (low > 0)
        {
            b.Legs(metal, 0, 0, b.Width - 0.1f, b.Depth - 0.1f, low, 0.08f, true);
        }

        var end = (dice.Chance(0.5) ? 1 : -1) * (b.Width / 2 - wall / 2);
        b.Cone(metal, end, b.Height, 0, 0.025f, 0.02f, 0.2f);
        b.BoxOn(metal, end * 0.93f, b.Height + 0.18f, 0, 0.15f, 0.025f, 0.03f);
    }
}
