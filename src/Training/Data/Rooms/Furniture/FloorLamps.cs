using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>A foot, a pole and a shade that glows.</summary>
internal static class FloorLamps
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var (metal, shade) = (b.Use(Palette.Metal(dice)), b.Use(Palette.Glowing(dice, dice.Between(0.5f, 2))));
        var height = dice.Between(0.22f, 0.36f);
        b.Cone(metal, 0, 0, 0, b.Width * 0.4f, b.Width * 0.3f, 0.03f);
        b.Cone(metal, 0, 0, 0, 0.018f, 0.015f, b.Height - height + 0.02f);
        b.Cone(shade, 0, b.Height - height, 0, b.Width * 0.5f, b.Width * dice.Between(0.25f, 0.45f), height);
    }
}
