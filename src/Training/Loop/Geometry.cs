using Surrogates.Numerics;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Loop;

/// <summary>Moves and mirrors pictures where they lie, before they are brought to a device.</summary>
internal static class Geometry
{
    /// <summary>Draws what to do to a picture.</summary>
    /// <param name="height">The height in pixels.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="augmentation">What may be done.</param>
    /// <param name="random">Where the draws come from.</param>
    public static PictureChange Draw(int height, int width, Augmentation augmentation, ref SplitMix64 random) => new(
        augmentation.MirrorsHorizontally && random.Next(2) == 1,
        Draw(augmentation.Shift, height, ref random),
        Draw(augmentation.Shift, width, ref random));

    /// <summary>Changes a picture, or labels at its pixels.</summary>
    /// <param name="planes">Planes × height × width bytes, changed in place.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="change">What to do.</param>
    /// <param name="fill">What comes in at the edge of what is shifted.</param>
    public static void Apply(Span<byte> planes, int height, int width, PictureChange change, byte fill = 0)
    {
        for (var plane = 0; plane < planes.Length; plane += height * width)
        {
            Apply(planes.Slice(plane, height * width), width, change, fill);
        }
    }

    private static int Draw(double share, int side, ref SplitMix64 random)
    {
        var most = (int)Math.Round(share * side);
        return most > 0 ? random.Next((2 * most) + 1) - most : 0;
    }

    private static void Apply(Span<byte> plane, int width, PictureChange change, byte fill)
    {
        if (change.Down != 0)
        {
            // Whole rows, so a shift of the plane.
            Shift(plane, change.Down * width, fill);
        }

        if (change.Mirrors || change.Right != 0)
        {
            for (var row = 0; row < plane.Length; row += width)
            {
                var pixels = plane.Slice(row, width);
                if (change.Mirrors)
                {
                    pixels.Reverse();
                }

                Shift(pixels, change.Right, fill);
            }
        }
    }

    private static void Shift(Span<byte> span, int by, byte fill)
    {
        if (by > 0)
        {
            span[..^by].CopyTo(span[by..]);
            span[..by].Fill(fill);
        }
        else if (by < 0)
        {
            span[-by..].CopyTo(span);
            span[^-by..].Fill(fill);
        }
    }
}
