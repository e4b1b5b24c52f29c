using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Surrogates.Training.Data.Rooms.Geometry;
using static System.Runtime.Intrinsics.Vector256;

namespace Surrogates.Training.Data.Rooms.Shading;

/// <summary>The colour of a material at points of its surface.</summary>
internal static class Patterns
{
    private static Vector256<float> Half => Create(0.5f);

    /// <summary>The colours.</summary>
    /// <param name="material">The material.</param>
    /// <param name="u">Metres along the surface.</param>
    /// <param name="v">Metres across it.</param>
    /// <param name="footprint">Metres that a pixel covers: details below it fade to their mean.</param>
    public static LanePoint Colours(in Material material, Vector256<float> u, Vector256<float> v, Vector256<float> footprint)
    {
        if (material.Pattern == Pattern.Plain)
        {
            return new LanePoint(material.First);
        }

        var scale = Create(1 / material.Scale);
        var (along, across) = material.IsTurned ? (v * scale, u * scale) : (u * scale, v * scale);

        // One where the pixel is below a fifth of a repetition, zero from two thirds of it on.
        var detail = Lanes.Clamp01(Create(1.4f) - footprint * scale * Create(2f));
        var (share, tone) = material.Pattern switch
        {
            Pattern.Planks => Planks(along, across, detail, material.Seed),
            Pattern.Tiles => Tiles(along, across, detail, material.Seed),
            Pattern.Bricks => Bricks(along, across, detail, material.Seed),
            Pattern.Stripes => (Fade(Lanes.Where(LessThan(Lanes.Fraction(along), Create(0.4f))), 0.4f, detail), Vector256<float>.One),
            Pattern.Dots => Dots(along, across, detail),
            Pattern.Checks => Checks(along, across, detail),
            Pattern.Fabric => Fabric(along, across, detail, material.Seed),
            Pattern.Grain => Grain(along, across, detail, material.Seed),
            Pattern.Marble => (Blotches(along, across, material.Seed), Vector256<float>.One),
            Pattern.Books => Books(along, across, detail, material.Seed),
            Pattern.Art => (Art(along, across, material.Seed), Vector256<float>.One),
            _ => Sky(along, across, material.Seed),
        };
        return Between(material, share) * tone;
    }

    private static LanePoint Between(in Material material, Vector256<float> share)
    {
        var first = new LanePoint(material.First);
        return first + (new LanePoint(material.Second) - first) * share;
    }

    /// <summary>A share where its details are seen, its mean where they are not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fade(Vector256<float> share, float mean, Vector256<float> detail) =>
        Lanes.Mix(Create(mean), share, detail);

    private static (Vector256<float> Share, Vector256<float> Tone) Planks(
        Vector256<float> u, Vector256<float> v, Vector256<float> detail, uint seed)
    {
        var row = Floor(v);
        var shifted = u * Create(0.14f) + Lanes.Random(row, row, seed) * Create(8f);
        var plank = Floor(shifted);
        var gap = LessThan(v - row, Create(0.06f)) | LessThan(shifted - plank, Create(0.012f));
        var tone = Fade(Create(0.78f) + Lanes.Random(plank, row, seed + 1) * Create(0.44f), 1, detail);
        var streaks = Lanes.Noise(u * Create(0.8f), v * Create(6f), seed + 2) * Create(0.35f);
        return (Fade(Lanes.Max(Lanes.Where(gap), streaks), 0.2f, detail), tone);
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Tiles(
        Vector256<float> u, Vector256<float> v, Vector256<float> detail, uint seed)
    {
        var (column, row) = (Floor(u), Floor(v));
        var gap = LessThan(Lanes.Min(u - column, v - row), Create(0.07f));
        var tone = Create(0.93f) + Lanes.Random(column, row, seed) * Create(0.14f);
        return (Fade(Lanes.Where(gap), 0.135f, detail), Fade(tone, 1, detail));
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Bricks(
        Vector256<float> u, Vector256<float> v, Vector256<float> detail, uint seed)
    {
        // A brick is three times as long as it is high, and every second row is moved by half of one.
        var row = Floor(v * Create(3f));
        var shifted = u + Lanes.Fraction(row * Half);
        var column = Floor(shifted);
        var gap = LessThan(shifted - column, Create(0.06f)) | LessThan(v * Create(3f) - row, Create(0.16f));
        var tone = Create(0.75f) + Lanes.Random(column, row, seed) * Create(0.5f);
        return (Fade(Lanes.Where(gap), 0.21f, detail), Fade(tone, 1, detail));
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Dots(
        Vector256<float> u, Vector256<float> v, Vector256<float> detail)
    {
        var row = Floor(v);
        var x = Lanes.Fraction(u + row * Half) - Half;
        var y = v - row - Half;
        return (Fade(Lanes.Where(LessThan(x * x + y * y, Create(0.08f))), 0.25f, detail), Vector256<float>.One);
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Checks(
        Vector256<float> u, Vector256<float> v, Vector256<float> detail)
    {
        var odd = Lanes.Fraction((Floor(u) + Floor(v)) * Half);
        return (Fade(odd + odd, 0.5f, detail), Vector256<float>.One);
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Fabric(
        Vector256<float> u, Vector256<float> v, Vector256<float> detail, uint seed)
    {
        var thread = Lanes.Random(Floor(u * Create(4f)), Floor(v * Create(4f)), seed);
        var fold = Lanes.Noise(u * Create(0.4f), v * Create(0.4f), seed + 1);
        return (Fade(thread * thread, 0.33f, detail), Create(0.85f) + fold * Create(0.3f));
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Grain(
        Vector256<float> u, Vector256<float> v, Vector256<float> detail, uint seed)
    {
        var bend = Lanes.Noise(u, v * Create(2f), seed);
        var ring = Lanes.Fraction(bend * Create(3f) + v * Create(2f));
        return (Fade(ring * ring, 0.33f, detail), Create(0.9f) + bend * Create(0.2f));
    }

    private static Vector256<float> Blotches(Vector256<float> u, Vector256<float> v, uint seed)
    {
        var coarse = Lanes.Noise(u * Create(2f), v * Create(2f), seed);
        return (coarse + Lanes.Noise(u * Create(6f) + coarse, v * Create(6f), seed + 1)) * Half;
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Books(
        Vector256<float> u, Vector256<float> v, Vector256<float> detail, uint seed)
    {
        var book = Floor(u);
        var gap = Lanes.Where(LessThan(u - book, Create(0.12f)));
        var band = Lanes.Where(LessThan(Lanes.Fraction(v * Half + Lanes.Random(book, book, seed + 2)), Create(0.12f)));
        var tone = Create(0.3f) + Lanes.Random(book, Vector256<float>.One, seed) + band * Half - gap * Create(0.2f);
        return (Fade(Lanes.Random(book, Vector256<float>.Zero, seed + 1), 0.5f, detail), Fade(tone, 0.8f, detail));
    }

    private static Vector256<float> Art(Vector256<float> u, Vector256<float> v, uint seed)
    {
        var wave = Lanes.Noise(u * Create(3f), v * Create(3f), seed);
        var step = Floor(wave * Create(4f)) * Create(0.33f);
        return (seed & 1) == 0 ? step : Lanes.Clamp01(wave * Create(1.6f) - Create(0.3f));
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Sky(Vector256<float> u, Vector256<float> v, uint seed)
    {
        var horizon = Create(-0.25f) + Lanes.Noise(u * Create(3f), Vector256<float>.Zero, seed) * Create(0.4f);
        var isGround = LessThan(v, horizon);
        var cloud = Lanes.Noise(u * Create(1.5f), v * Create(3f), seed + 1);
        var leaves = Create(0.15f) + Lanes.Noise(u * Create(9f), v * Create(9f), seed + 2) * Create(0.25f);
        return (ConditionalSelect(isGround, Vector256<float>.One, cloud * cloud * Create(0.2f)),
            ConditionalSelect(isGround, leaves, Create(0.85f) + cloud * Create(0.3f)));
    }
}
