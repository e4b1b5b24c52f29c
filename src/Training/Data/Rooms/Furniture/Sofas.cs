using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A base, seat cushions, a back and two arms.</summary>
internal static class Sofas
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var cover = b.Use(dice.Chance(0.75) ? Palette.Cloth(dice) : Palette.Lacquer(dice));
        var cushion = dice.Chance(0.6) ? cover : b.Use(Palette.Cloth(dice));
        var feet = b.Use(Palette.Hard(dice));
        var (arm, back) = (dice.Between(0.1f, 0.24f), dice.Between(0.14f, 0.24f));
        var (foot, seat) = (dice.Between(0.04f, 0.14f), dice.Between(0.38f, 0.46f));
        var inner = b.Width - 2 * arm;
        b.Legs(feet, 0, 0, b.Width - 0.06f, b.Depth - 0.06f, foot, 0.06f, dice.Chance(0.5));
        b.BoxOn(cover, 0, foot, 0, b.Width - 0.02f, seat - 0.14f - foot, b.Depth - 0.02f);
        b.In(b.Frame.Tilted(0, foot, -b.Depth / 2 + back / 2, dice.Between(0, 7)))
            .BoxOn(cover, 0, 0, 0, b.Width - arm, b.Height - foot, back);
        var isRound = dice.Chance(0.4);
        var armHeight = seat + dice.Between(0.08f, 0.22f);
        for (var side = -1; side <= 1; side += 2)
        {
            var x = side * (b.Width - arm) / 2;
            b.BoxOn(cover, x, foot, 0, arm, armHeight - foot, b.Depth);
            if (isRound)
            {
                var rolled = b.In(b.Frame.Lying(x, armHeight, 0));
                rolled.Cone(cover, 0, -b.Depth / 2, 0, arm * 0.62f, arm * 0.62f, b.Depth);
            }
        }

        var seats = inner > 1.35f ? 3 : inner > 0.75f ? 2 : 1;
        var width = inner / seats;
        for (var i = 0; i < seats; i++)
        {
            var x = (i - (seats - 1) / 2f) * width;
            b.BoxOn(cushion, x, seat - 0.14f, back / 2 + 0.01f, width - 0.02f, 0.15f, b.Depth - back);
            if (dice.Chance(0.45))
            {
                var pillow = b.Use(Palette.Cloth(dice));
                b.In(b.Frame.Tilted(x, seat + 0.2f, -b.Depth / 2 + back + 0.12f, dice.Between(10, 25)))
                    .Ellipsoid(pillow, 0, 0, 0, width * 0.7f, 0.4f, 0.18f);
            }
        }
    }
}
