using Surrogates.Numerics;
using Surrogates.Training.Tasks;
using static TorchSharp.torch;

namespace Surrogates.Training.Loop;

/// <summary>
/// Changes brightness, contrast, saturation and hue at random: for each picture one linear map of its colours and a shift, computed for a
/// whole batch on its device.
/// </summary>
internal static class ColourJitter
{
    // Luma of ITU-R BT.601, and the plane of colours around it (the I and Q of YIQ).
    private static readonly double[,] ToYiq = { { .299, .587, .114 }, { .595716, -.274453, -.321263 }, { .211456, -.522591, .311135 } };
    private static readonly double[,] FromYiq = { { 1, .956296, .621024 }, { 1, -.272122, -.647381 }, { 1, -1.106989, 1.704615 } };

    /// <summary>Recolours pictures.</summary>
    /// <param name="images">Batch × 3 × height × width, from 0 to 1.</param>
    /// <param name="augmentation">How much.</param>
    /// <param name="draws">A random number a picture.</param>
    public static Tensor Apply(Tensor images, Augmentation augmentation, ReadOnlySpan<int> draws)
    {
        using var scope = NewDisposeScope();
        var matrices = new float[draws.Length * 9];
        var contrasts = new float[draws.Length];
        for (var i = 0; i < draws.Length; i++)
        {
            var random = SplitMix64.ForStream(draws[i], 1);
            var brightness = 1 + Draw(augmentation.Brightness, ref random);
            contrasts[i] = (float)(1 + Draw(augmentation.Contrast, ref random));
            var saturation = 1 + Draw(augmentation.Saturation, ref random);
            Fill(matrices.AsSpan(i * 9, 9), brightness, saturation, 2 * Math.PI * Draw(augmentation.Hue, ref random));
        }

        var colours = Tensors.Of(images.device, matrices, draws.Length, 3, 3);
        var contrast = Tensors.Of(images.device, contrasts, draws.Length, 1, 1, 1);
        var recoloured = einsum("nij,njhw->nihw", colours, images);
        var grey = recoloured.mean([1, 2, 3], keepdim: true);
        var changed = recoloured.Minus(grey).mul_(contrast).PlusInPlace(grey).ClampInPlace(0, 1);
        return ChannelsLast.Arrange(changed).MoveToOuterDisposeScope();
    }

    private static double Draw(double most, ref SplitMix64 random) => most * ((2 * random.NextDouble()) - 1);

    // brightness · FromYiq · (rotation and saturation of the colour plane) · ToYiq
    private static void Fill(Span<float> matrix, double brightness, double saturation, double angle)
    {
        var (sine, cosine) = Math.SinCos(angle);
        double[,] turn =
        {
            { 1, 0, 0 }, { 0, saturation * cosine, -saturation * sine }, { 0, saturation * sine, saturation * cosine },
        };
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var sum = 0.0;
                for (var i = 0; i < 3; i++)
                {
                    for (var j = 0; j < 3; j++)
                    {
                        sum += FromYiq[row, i] * turn[i, j] * ToYiq[j, column];
                    }
                }

                matrix[(row * 3) + column] = (float)(brightness * sum);
            }
        }
    }
}
