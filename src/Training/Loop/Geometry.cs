using Surrogates.Numerics;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.Loop;

/// <summary>Moves and mirrors pictures where they lie, before they are brought to a device.</summary>
internal static class Geometry
{
    /// <summary>Changes a picture at random.</summary>
    /// <param name="planes">Channels × height × width bytes, changed in place.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="augmentation">What to do.</param>
    /// <param name="random">Where the draws come from.</param>
    public static void Change(Span<byte> planes, int height, int width, Augmentation augmentation, ref SplitMix64 random)
    {
        var mirrors = augmentation.MirrorsHorizontally && random.Next(2) == 1;
        var down = Draw(augmentation.Shift, height, ref random);
        var right = Draw(augmentation.Shift, width, ref random);
        for (var plane = 0; plane < planes.Length; plane += height * width)
        {
            Change(planes.Slice(plane, height * width), width, mirrors, down, right);
        }
    }

    private static int Draw(double share, int side, ref SplitMix64 random)
    {
        var most = (int)Math.Round(share * side);
        return most > 0 ? random.Next((2 * most) + 1) - most : 0;
    }

    private static void Change(Span<byte> plane, int width, bool mirrors, int down, int right)
    {
        if (down != 0)
        {
            // Whole rows, so a shift of the plane.
            Shift(plane, down * width);
        }

        if (mirrors || right != 0)
        {
            for (var row = 0; row < plane.Length; row += width)
            {
                var pixels = plane.Slice(row, width);
                if (mirrors)
                {
                    pixels.Reverse();
                }

                Shift(pixels, right);
            }
        }
    }

    private static void Shift(Span<byte> span, int by)
    {
        if (by > 0)
        {
            span[..^by].CopyTo(span[by..]);
            span[..by].Clear();
        }
        else if (by < 0)
        {
            span[-by..].CopyTo(span);
            span[^-by..].Clear();
        }
    }
}
