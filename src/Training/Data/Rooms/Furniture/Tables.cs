using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A top on four legs, on two boards, or a round one on a foot; with a bowl or a vase at times.</summary>
internal static class Tables
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var top = b.Use(Palette.Hard(dice));
        var legs = dice.Chance(0.5) ? top : b.Use(Palette.Hard(dice));
        var board = dice.Between(0.025f, 0.06f);
        var under = b.Height - board;
        var isRound = b.Width < 1.5f * b.Depth && dice.Chance(0.5);
        if (isRound)
        {
            b.OvalCone(top, 0, under, 0, b.Width, b.Depth, board, 0);
            b.Cone(legs, 0, 0, 0, b.Depth * 0.32f, b.Depth * 0.2f, 0.04f);
            b.Cone(legs, 0, 0.03f, 0, 0.06f, 0.04f, under - 0.03f);
        }
        else
        {
            b.BoxOn(top, 0, under, 0, b.Width, board, b.Depth);
            if (dice.Chance(0.2))
            {
                b.BoxOn(legs, -b.Width * 0.36f, 0, 0, 0.06f, under, b.Depth * 0.8f);
                b.BoxOn(legs, b.Width * 0.36f, 0, 0, 0.06f, under, b.Depth * 0.8f);
                b.BoxOn(legs, 0, under * 0.3f, 0, b.Width * 0.7f, 0.07f, 0.05f);
            }
            else
            {
                b.Legs(legs, 0, 0, b.Width - 0.06f, b.Depth - 0.06f, under, dice.Between(0.04f, 0.1f), dice.Chance(0.4));
                b.Box(legs, 0, under - 0.05f, 0, b.Width - 0.16f, 0.09f, b.Depth - 0.16f);
            }
        }

        if (dice.Chance(0.5))
        {
            var bowl = b.Use(Palette.Lacquer(dice));
            var (x, z) = (dice.Between(-0.25f, 0.25f) * b.Width, dice.Between(-0.2f, 0.2f) * b.Depth);
            if (dice.Chance(0.5))
            {
                b.Cone(bowl, x, b.Height, z, 0.07f, 0.15f, 0.09f);
            }
            else
            {
                b.Ellipsoid(bowl, x, b.Height + 0.09f, z, 0.16f, 0.2f, 0.16f);
                b.Cone(bowl, x, b.Height + 0.15f, z, 0.035f, 0.05f, 0.12f);
            }
        }
    }
}
