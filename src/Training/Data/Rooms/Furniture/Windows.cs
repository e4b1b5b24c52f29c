using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A pane with a view, a frame with a bar, a sill, and curtains at times; the origin is the middle of its lower edge.</summary>
internal static class Windows
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var sky = b.Use(Palette.Sky(dice, dice.Between(1, 4)));
        var frame = b.Use(dice.Chance(0.6) ? Palette.Enamel(dice) : Palette.Wood(dice));
        var (bar, half) = (dice.Between(0.04f, 0.07f), b.Height / 2);
        b.Box(sky, 0, half, 0.005f, b.Width, b.Height, 0.01f);
        b.BoxOn(frame, 0, 0, 0.02f, b.Width + bar, bar, 0.04f);
        b.BoxOn(frame, 0, b.Height - bar, 0.02f, b.Width + bar, bar, 0.04f);
        b.BoxOn(frame, -b.Width / 2, 0, 0.02f, bar, b.Height, 0.04f);
        b.BoxOn(frame, b.Width / 2, 0, 0.02f, bar, b.Height, 0.04f);
        b.BoxOn(frame, 0, 0, 0.015f, bar, b.Height, 0.03f);
        if (dice.Chance(0.4))
        {
            b.Box(frame, 0, b.Height * dice.Between(0.5f, 0.7f), 0.014f, b.Width, bar * 0.8f, 0.026f);
        }

        b.Box(frame, 0, -0.015f, 0.05f, b.Width + 0.14f, 0.03f, 0.1f);
        if (dice.Chance(0.35))
        {
            // Curtains are folded: pillars side by side.
            var cloth = b.Use(Palette.Cloth(dice));
            var drop = dice.Between(0.1f, 0.5f);
            for (var side = -1; side <= 1; side += 2)
            {
                for (var fold = 0; fold < 3; fold++)
                {
                    b.Cone(cloth, side * (b.Width / 2 + 0.08f - fold * 0.075f), -drop, 0.09f, 0.05f, 0.045f, b.Height + drop + 0.08f);
                }
            }
        }
    }
}
