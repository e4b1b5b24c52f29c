using Surrogates.Training.Data.Rooms.Shading;

namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>An open case of boards with books, boxes and gaps.</summary>
internal static class Shelves
{
    public static void Build(FurnitureBuilder b)
    {
        var dice = b.Dice;
        var board = b.Use(Palette.Hard(dice));
        var thickness = dice.Between(0.02f, 0.04f);
        b.BoxOn(board, -(b.Width - thickness) / 2, 0, 0, thickness, b.Height, b.Depth);
        b.BoxOn(board, (b.Width - thickness) / 2, 0, 0, thickness, b.Height, b.Depth);
        if (dice.Chance(0.6))
        {
            var back = dice.Chance(0.5) ? board : b.Use(Palette.Hard(dice));
            b.BoxOn(back, 0, 0, -b.Depth / 2 + 0.01f, b.Width - thickness, b.Height, 0.015f);
        }

        var rows = Math.Max(2, (int)(b.Height / dice.Between(0.34f, 0.46f)));
        var pitch = (b.Height - thickness) / rows;
        for (var i = 0; i <= rows; i++)
        {
            b.BoxOn(board, 0, i * pitch, 0, b.Width - thickness, thickness, b.Depth - 0.01f);
            if (i < rows)
            {
                Fill(b, i * pitch + thickness, pitch - thickness, b.Width - 2 * thickness);
            }
        }
    }

    private static void Fill(FurnitureBuilder b, float bottom, float space, float width)
    {
        var dice = b.Dice;
        var x = -width / 2;
        for (var part = 0; part < 2 && x < width / 2 - 0.1f; part++)
        {
            var length = MathF.Min(width * dice.Between(0.25f, 0.7f), width / 2 - x);
            var height = space * dice.Between(0.5f, 0.92f);
            var middle = x + length / 2;
            switch (dice.Pick(6))
            {
                case 0:
                    break;
                case 1:
                    b.BoxOn(b.Use(Palette.Cloth(dice)), middle, bottom, 0.01f, length * 0.8f, height * 0.8f, b.Depth * 0.7f);
                    break;
                case 2:
                    b.Cone(b.Use(Palette.Lacquer(dice)), middle, bottom, 0, 0.06f, 0.09f, height * 0.7f);
                    break;
                default:
                    b.BoxOn(b.Use(Palette.Books(dice)), middle, bottom, -0.02f, length, height, b.Depth * 0.7f);
                    break;
            }

            x += length + 0.03f;
        }
    }
}
