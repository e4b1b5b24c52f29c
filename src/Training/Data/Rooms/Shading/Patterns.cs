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

        var pixel = Lanes.Max(footprint * scale, Create(1e-3f));
        var (share, tone) = material.Pattern switch
        {
            Pattern.Planks => Planks(along, across, pixel, material.Seed),
            Pattern.Tiles => Tiles(along, across, pixel, material.Seed),
            Pattern.Bricks => Bricks(along, across, pixel, material.Seed),
            Pattern.Stripes => (Line(Lanes.Fraction(along) - Half, 0.4f, pixel), Vector256<float>.One),
            Pattern.Dots => Dots(along, across, pixel),
            Pattern.Checks => Checks(along, across, pixel),
            Pattern.Fabric => Fabric(along, across, pixel, material.Seed),
            Pattern.Grain => Grain(along, across, pixel, material.Seed),
            Pattern.Marble => (Blotches(along, across, material.Seed), Vector256<float>.One),
            Pattern.Books => Books(along, across, pixel, material.Seed),
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

    /// <summary>A share where its details are seen, its mean where pixels are larger than <paramref name="size"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fade(Vector256<float> share, float mean, Vector256<float> pixel, float size) =>
        Lanes.Mix(Create(mean), share, Lanes.Clamp01(Create(1.5f) - pixel * Create(1 / size)));

    /// <summary>How much of a pixel a line covers whose middle is at a distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Line(Vector256<float> distance, float width, Vector256<float> pixel)
    {
        var inverse = Vector256<float>.One / pixel;
        var covered = Lanes.Clamp01((Create(width / 2) - Abs(distance)) * inverse + Half);
        return Fade(covered * Lanes.Min(Vector256<float>.One, Create(width) * inverse), width, pixel, 1);
    }

    /// <summary>The distance to the nearer border of a unit cell, from how far one is in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ToBorder(Vector256<float> fraction) => Half - Abs(fraction - Half);

    private static (Vector256<float> Share, Vector256<float> Tone) Planks(
        Vector256<float> u, Vector256<float> v, Vector256<float> pixel, uint seed)
    {
        // A plank is seven times as long as it is wide.
        const float Shortness = 0.14f;
        var row = Floor(v);
        var shifted = u * Create(Shortness) + Lanes.Random(row, row, seed) * Create(8f);
        var plank = Floor(shifted);
        var gap = Lanes.Max(
            Line(ToBorder(v - row), 0.07f, pixel), Line(ToBorder(shifted - plank), 0.012f, pixel * Create(Shortness)));
        var tone = Fade(Create(0.78f) + Lanes.Random(plank, row, seed + 1) * Create(0.44f), 1, pixel, 0.8f);
        var streaks = Lanes.Noise(u * Create(0.8f), v * Create(6f), seed + 2) * Create(0.35f);
        return (Lanes.Max(gap, Fade(streaks, 0.17f, pixel, 0.2f)), tone);
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Tiles(
        Vector256<float> u, Vector256<float> v, Vector256<float> pixel, uint seed)
    {
        var (column, row) = (Floor(u), Floor(v));
        var gap = Lanes.Max(Line(ToBorder(u - column), 0.06f, pixel), Line(ToBorder(v - row), 0.06f, pixel));
        var tone = Create(0.92f) + Lanes.Random(column, row, seed) * Create(0.16f);
        return (gap, Fade(tone, 1, pixel, 0.8f));
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Bricks(
        Vector256<float> u, Vector256<float> v, Vector256<float> pixel, uint seed)
    {
        // A brick is three times as long as it is high, and every second row is moved by half of one.
        var course = v * Create(3f);
        var row = Floor(course);
        var shifted = u + Lanes.Fraction(row * Half);
        var column = Floor(shifted);
        var gap = Lanes.Max(Line(ToBorder(shifted - column), 0.06f, pixel), Line(ToBorder(course - row), 0.16f, pixel * Create(3f)));
        var tone = Create(0.75f) + Lanes.Random(column, row, seed) * Create(0.5f);
        return (gap, Fade(tone, 1, pixel, 0.5f));
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Dots(
        Vector256<float> u, Vector256<float> v, Vector256<float> pixel)
    {
        var row = Floor(v);
        var x = Lanes.Fraction(u + row * Half) - Half;
        var y = v - row - Half;
        var covered = Lanes.Clamp01((Create(0.28f) - Sqrt(x * x + y * y)) / pixel + Half);
        return (Fade(covered, 0.25f, pixel, 0.6f), Vector256<float>.One);
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Checks(
        Vector256<float> u, Vector256<float> v, Vector256<float> pixel)
    {
        var odd = Lanes.Fraction((Floor(u) + Floor(v)) * Half);
        return (Fade(odd + odd, 0.5f, pixel, 0.6f), Vector256<float>.One);
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Fabric(
        Vector256<float> u, Vector256<float> v, Vector256<float> pixel, uint seed)
    {
        var thread = Lanes.Random(Floor(u * Create(8f)), Floor(v * Create(8f)), seed);
        var fold = Lanes.Noise(u * Create(0.6f), v * Create(0.6f), seed + 1);
        return (Fade(thread * thread, 0.33f, pixel, 0.25f), Create(0.82f) + fold * Create(0.36f));
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Grain(
        Vector256<float> u, Vector256<float> v, Vector256<float> pixel, uint seed)
    {
        var bend = Lanes.Noise(u, v * Create(2f), seed);
        var ring = Lanes.Fraction(bend * Create(3f) + v * Create(2f));
        return (Fade(ring * ring, 0.33f, pixel, 0.25f), Create(0.85f) + bend * Create(0.3f));
    }

    private static Vector256<float> Blotches(Vector256<float> u, Vector256<float> v, uint seed)
    {
        var coarse = Lanes.Noise(u * Create(2f), v * Create(2f), seed);
        return (coarse + Lanes.Noise(u * Create(6f) + coarse, v * Create(6f), seed + 1)) * Half;
    }

    private static (Vector256<float> Share, Vector256<float> Tone) Books(
        Vector256<float> u, Vector256<float> v, Vector256<float> pixel, uint seed)
    {
        var book = Floor(u);
        var gap = Line(ToBorder(u - book), 0.16f, pixel);
        var band = Lanes.Where(LessThan(Lanes.Fraction(v * Half + Lanes.Random(book, book, seed + 2)), Create(0.12f)));
        var tone = Create(0.3f) + Lanes.Random(book, Vector256<float>.One, seed) + band * Half;
        var share = Lanes.Random(book, Vector256<float>.Zero, seed + 1);
        return (Fade(share, 0.5f, pixel, 1.5f), Fade(tone, 0.86f, pixel, 1.5f) * (Vector256<float>.One - gap * Create(0.7f)));
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
