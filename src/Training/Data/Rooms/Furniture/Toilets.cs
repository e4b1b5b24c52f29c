using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A foot, a bowl with a seat, a cistern at the back, the lid up or down.</summary>
internal static class Toilets
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (body, seat, button) = (
            b.Use(Palette.Enamel(dice)), b.Use(dice.Chance(0.6) ? Palette.Enamel(dice) : Palette.Wood(dice)), b.Use(Palette.Metal(dice)));
        var tank = dice.Between(0.15f, 0.2f);
        var (length, height) = (b.Depth - tank, dice.Between(0.38f, 0.43f));
        var z = b.Depth / 2 - length / 2;
        b.OvalCone(body, 0, 0, z - 0.04f, b.Width * 0.55f, length * 0.75f, height * 0.6f, -0.1f);
        b.OvalCone(body, 0, height * 0.45f, z, b.Width * 0.86f, length * 0.9f, height * 0.55f, 0.14f);
        b.OvalCone(seat, 0, height, z, b.Width, length, 0.035f, 0);
        var back = -b.Depth / 2 + tank / 2;
        b.BoxOn(body, 0, height * 0.8f, back, b.Width * 1.02f, b.Height - height * 0.8f, tank);
        b.BoxOn(body, 0, b.Height, back, b.Width * 1.08f, 0.03f, tank + 0.02f);
        b.Cone(button, 0, b.Height + 0.03f, back, 0.03f, 0.03f, 0.015f);
        if (dice.Chance(0.4))
        {
            b.In(b.Frame.Lying(0, height + length * 0.5f, -b.Depth / 2 + tank + 0.02f))
                .OvalCone(seat, 0, 0, 0, b.Width, length, 0.03f, 0);
        }
    }
}
