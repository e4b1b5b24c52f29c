using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Planning;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>Draws the materials of floors, walls and ceilings.</summary>
internal static class Finishes
{
    public static Material Floor(FloorFinish finish, Dice dice)
    {
        switch (finish)
        {
            case FloorFinish.Planks:
                var wood = Palette.Wood(dice);
                return wood with { Pattern = Pattern.Planks, Second = wood.First * 0.3f, Scale = dice.Between(0.09f, 0.22f) };
            case FloorFinish.Tiles:
                return Tiles(dice, 0.2f, 0.6f) with { Pattern = dice.Chance(0.25) ? Pattern.Checks : Pattern.Tiles };
            case FloorFinish.Carpet:
                var colour = Palette.Colour(dice, 0.08f, 0.7f);
                return new Material(Pattern.Fabric, colour, colour * dice.Between(0.4f, 0.8f)) with
                {
                    Scale = dice.Between(0.1f, 0.3f),
                    Seed = dice.Seed(),
                };
            default:
                var stone = Palette.Colour(dice, 0.1f, 0.7f);
                return new Material(Pattern.Marble, stone, stone * dice.Between(0.3f, 0.8f)) with
                {
                    Scale = dice.Between(0.5f, 2),
                    Gloss = dice.Between(0, 0.6f),
                    Seed = dice.Seed(),
                };
        }
    }

    public static Material Wall(WallFinish finish, Dice dice)
    {
        switch (finish)
        {
            case WallFinish.Paint:
                return new Material(Pattern.Plain, Palette.Colour(dice, 0.3f, 0.9f), default);
            case WallFinish.Wallpaper:
                var pattern = dice.Pick(3) switch { 0 => Pattern.Stripes, 1 => Pattern.Dots, _ => Pattern.Checks };
                var ground = Palette.Colour(dice, 0.25f, 0.9f);
                return new Material(pattern, ground, Point3.Mix(ground, Palette.Colour(dice, 0.1f, 0.9f), dice.Between(0.3f, 0.8f))) with
                {
                    Scale = dice.Between(0.15f, 0.45f),
                };
            case WallFinish.Tiles:
                return Tiles(dice, 0.1f, 0.35f);
            default:
                var brick = Point3.Mix(new Point3(0.45f, 0.16f, 0.09f), Palette.Colour(dice, 0.2f, 0.8f), dice.Between(0, 0.8f));
                return new Material(Pattern.Bricks, brick, Palette.Colour(dice, 0.2f, 0.7f)) with
                {
                    Scale = dice.Between(0.22f, 0.4f),
                    Seed = dice.Seed(),
                };
        }
    }

    public static Material Ceiling(Dice dice) => dice.Chance(0.12)
        ? Palette.Wood(dice) with { Pattern = Pattern.Planks, Scale = 0.15f }
        : new Material(Pattern.Plain, Point3.Mix(Palette.White, Palette.Colour(dice, 0.4f, 0.9f), dice.Between(0, 0.4f)), default);

    private static Material Tiles(Dice dice, float smallest, float largest)
    {
        var colour = Palette.Colour(dice, 0.15f, 0.9f);
        return new Material(Pattern.Tiles, colour, Point3.Mix(colour, Palette.Colour(dice, 0.05f, 0.9f), 0.7f)) with
        {
            Scale = dice.Between(smallest, largest),
            Gloss = dice.Between(0.1f, 0.6f),
            Seed = dice.Seed(),
        };
    }
}
