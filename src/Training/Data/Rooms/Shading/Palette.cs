using Surrogates.Training.Data.Rooms.Geometry;
using Surrogates.Training.Data.Rooms.Planning;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>Draws materials. Those of different things overlap widely: no colour or pattern tells what a thing is.</summary>
internal static class Palette
{
    public static Point3 White { get; } = new(0.85f, 0.85f, 0.85f);

    public static Point3 Black { get; } = new(0.03f, 0.03f, 0.03f);

    /// <summary>A colour of any hue, more often pale than strong.</summary>
    public static Point3 Colour(Dice dice, float darkest, float brightest)
    {
        var hue = dice.Colour(0.05f, 1);
        var most = MathF.Max(hue.X, MathF.Max(hue.Y, hue.Z));
        var strength = dice.Between(0, 1) * dice.Between(0.2f, 1);
        return Point3.Mix(new Point3(1, 1, 1), hue * (1 / most), strength) * dice.Between(darkest, brightest);
    }

    /// <summary>What furniture with hard surfaces is made of: wood, lacquer, stone, metal.</summary>
    public static Material Hard(Dice dice) => dice.Pick(5) switch
    {
        0 or 1 => Wood(dice),
        2 => new Material(Pattern.Marble, Colour(dice, 0.1f, 0.8f), Colour(dice, 0.05f, 0.8f)) with
        {
            Scale = dice.Between(0.3f, 1),
            Gloss = 0.3f,
            Seed = dice.Seed(),
        },
        _ => Lacquer(dice),
    };

    /// <summary>Wood, stained or not.</summary>
    public static Material Wood(Dice dice)
    {
        var brown = Point3.Mix(new Point3(0.55f, 0.3f, 0.13f), Colour(dice, 0.2f, 0.7f), dice.Between(0, 0.6f));
        var colour = brown * dice.Between(0.25f, 1.3f);
        return new Material(Pattern.Grain, colour, colour * dice.Between(0.35f, 0.8f)) with
        {
            Scale = dice.Between(0.12f, 0.4f),
            IsTurned = dice.Chance(0.5),
            Gloss = dice.Between(0, 0.2f),
            Seed = dice.Seed(),
        };
    }

    /// <summary>An even, more or less shiny colour.</summary>
    public static Material Lacquer(Dice dice) =>
        new Material(Pattern.Plain, Colour(dice, 0.06f, 0.9f), default) with { Gloss = dice.Between(0, 0.8f) };

    /// <summary>Mostly white or grey, sometimes of a colour: machines and ceramics.</summary>
    public static Material Enamel(Dice dice) => dice.Chance(0.3)
        ? Lacquer(dice) with { Gloss = 0.7f }
        : new Material(Pattern.Plain, Point3.Mix(White, Colour(dice, 0.3f, 0.9f), 0.15f) * dice.Between(0.35f, 1), default) with
        {
            Gloss = 0.6f,
        };

    public static Material Metal(Dice dice) =>
        new Material(Pattern.Plain, Colour(dice, 0.3f, 0.5f) * dice.Between(0.2f, 1.2f), default) with { Gloss = dice.Between(0.5f, 1.5f) };

    public static Material Dark(Dice dice) =>
        new Material(Pattern.Plain, Colour(dice, 0.01f, 0.06f), default) with { Gloss = dice.Between(0.2f, 1) };

    /// <summary>Covers and upholstery.</summary>
    public static Material Cloth(Dice dice)
    {
        var (first, second) = (Colour(dice, 0.08f, 0.85f), Colour(dice, 0.08f, 0.85f));
        var pattern = dice.Pick(8) switch
        {
            0 => Pattern.Plain,
            1 => Pattern.Stripes,
            2 => Pattern.Dots,
            3 => Pattern.Checks,
            4 => Pattern.Marble,
            _ => Pattern.Fabric,
        };
        return new Material(pattern, first, pattern is Pattern.Fabric ? first * dice.Between(0.4f, 0.8f) : second) with
        {
            Scale = dice.Between(0.08f, 0.3f),
            IsTurned = dice.Chance(0.5),
            Seed = dice.Seed(),
        };
    }

    public static Material Books(Dice dice) =>
        new Material(Pattern.Books, Colour(dice, 0.1f, 0.9f), Colour(dice, 0.05f, 0.8f)) with
        {
            Scale = dice.Between(0.03f, 0.06f),
            Seed = dice.Seed(),
        };

    public static Material Art(Dice dice, float glow = 0) =>
        new Material(Pattern.Art, Colour(dice, 0.05f, 0.9f), Colour(dice, 0.05f, 0.9f)) with
        {
            Scale = dice.Between(0.4f, 1.2f),
            Seed = dice.Seed(),
            Glow = glow,
        };

    /// <summary>The sky, or the night.</summary>
    public static Material Sky(Dice dice, float glow) =>
        new Material(Pattern.Sky, new Point3(0.5f, 0.7f, 1) * dice.Between(0.7f, 1), Colour(dice, 0.3f, 0.9f)) with
        {
            Glow = glow,
            Seed = dice.Seed(),
            Gloss = 0.3f,
        };

    /// <summary>A screen or a shade that shines.</summary>
    public static Material Glowing(Dice dice, float glow) =>
        new Material(Pattern.Plain, Point3.Mix(new Point3(1, 0.9f, 0.7f), Colour(dice, 0.7f, 1), dice.Between(0, 0.5f)), default) with
        {
            Glow = glow,
        };

    public static Material Leaves(Dice dice)
    {
        var green = new Point3(dice.Between(0.04f, 0.3f), dice.Between(0.2f, 0.5f), dice.Between(0.03f, 0.2f));
        return new Material(Pattern.Marble, green, green * dice.Between(0.2f, 0.6f)) with
        {
            Scale = dice.Between(0.1f, 0.3f),
            Seed = dice.Seed(),
        };
    }
}
