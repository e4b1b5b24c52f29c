using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A plain chair of four legs, an office chair on one, or a stuffed armchair.</summary>
internal static class Chairs
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (frame, seat) = (b.Use(Palette.Hard(dice)), b.Use(dice.Chance(0.5) ? Palette.Hard(dice) : Palette.Cloth(dice)));
        var height = dice.Between(0.4f, 0.48f);
        switch (dice.Pick(5))
        {
            case 0:
                OnOneLeg(b, frame, seat, height);
                break;
            case 1 when b.Width > 0.5f:
                Stuffed(b, seat, height);
                break;
            default:
                OnFourLegs(b, frame, seat, height);
                break;
        }
    }

    private static void OnFourLegs(FurnitureBuilder b, short frame, short seat, float height)
    {
        var thickness = b.Dice.Between(0.03f, 0.055f);
        b.Legs(frame, 0, 0, b.Width - 0.03f, b.Depth - 0.03f, height, thickness, b.Dice.Chance(0.4));
        b.BoxOn(seat, 0, height, 0, b.Width, b.Dice.Between(0.03f, 0.08f), b.Depth);
        var back = b.In(b.Frame.Tilted(0, height, -b.Depth / 2 + 0.03f, b.Dice.Between(2, 12)));
        var rise = b.Height - height;
        if (b.Dice.Chance(0.4))
        {
            back.BoxOn(seat, 0, 0.06f, 0, b.Width - 0.04f, rise - 0.06f, 0.04f);
            return;
        }

        for (var side = -1; side <= 1; side += 2)
        {
            back.BoxOn(frame, side * (b.Width - 0.06f) / 2, 0, 0, 0.045f, rise, 0.04f);
        }

        var rungs = 2 + b.Dice.Pick(2);
        for (var i = 0; i < rungs; i++)
        {
            back.BoxOn(frame, 0, rise * (i + 0.75f) / (rungs + 0.35f), 0, b.Width - 0.08f, 0.085f, 0.03f);
        }
    }

    private static void OnOneLeg(FurnitureBuilder b, short frame, short seat, float height)
    {
        b.Cone(frame, 0, 0, 0, b.Width * 0.45f, 0.05f, 0.09f);
        b.Cone(frame, 0, 0.08f, 0, 0.035f, 0.035f, height - 0.08f);
        b.OvalCone(seat, 0, height, 0, b.Width, b.Depth, 0.09f, -0.05f);
        b.In(b.Frame.Tilted(0, height + 0.1f, -b.Depth / 2 + 0.05f, b.Dice.Between(4, 14)))
            .BoxOn(seat, 0, 0, 0, b.Width * 0.85f, b.Height - height - 0.1f, 0.07f);
    }

    private static void Stuffed(FurnitureBuilder b, short cover, float height)
    {
        b.BoxOn(cover, 0, 0.06f, 0, b.Width, height - 0.06f, b.Depth);
        b.In(b.Frame.Tilted(0, 0.3f, -b.Depth / 2 + 0.08f, b.Dice.Between(3, 10)))
            .BoxOn(cover, 0, 0, 0, b.Width, b.Height - 0.32f, 0.15f);
        for (var side = -1; side <= 1; side += 2)
        {
            b.BoxOn(cover, side * (b.Width / 2 - 0.05f), 0.06f, 0, 0.12f, height + 0.14f, b.Depth);
        }

        b.Legs(cover, 0, 0, b.Width - 0.04f, b.Depth - 0.04f, 0.08f, 0.05f, false);
    }
}
