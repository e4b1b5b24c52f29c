using Surrogates.Training.Tasks.Decoders;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.Tasks;

public sealed class StructuralSimilarityTests
{
    // Expected values: scipy 1.10.1, scipy.ndimage.correlate1d in 64 bits with the same Gaussian, windows that leave the picture cut off,
    // on the pictures of Create; what skimage.metrics.structural_similarity(gaussian_weights=True, use_sample_covariance=False,
    // data_range=1) computes, but for its treatment of the border.
    [Fact]
    public void EqualsAnIndependentImplementation()
    {
        var (first, second) = (Create(16, 20, seed: 1), Create(16, 20, seed: 2));
        Assert.Equal(0.02245624596957592, Compare(first, second, 16, 20), 2e-6);
        Assert.Equal(0.6824356698182846, Compare(first, Mix(first, second, .5), 16, 20), 2e-6);
        Assert.Equal(0.980453584662529, Compare(first, [.. first.Select(value => Math.Clamp(value + .1, 0, 1))], 16, 20), 2e-6);
    }

    [Fact]
    public void ASmallPictureHasASmallerWindow()
    {
        // 8×9 pixels: a window of 7.
        var (first, second) = (Create(8, 9, seed: 1), Create(8, 9, seed: 2));
        Assert.Equal(0.931443120375651, Compare(first, Mix(first, second, .75), 8, 9), 2e-6);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(11, 11)]
    [InlineData(40, 12)]
    public void EqualPicturesAreEqualAndOppositeOnesAreNot(int height, int width)
    {
        var picture = Create(height, width, seed: 3);
        Assert.Equal(1, Compare(picture, picture, height, width), 1e-5);
        Assert.InRange(Compare(picture, [.. picture.Select(value => 1 - value)], height, width), -1, .99);
    }

    private static double[] Mix(double[] first, double[] second, double share) =>
        [.. first.Zip(second, (one, other) => (share * one) + ((1 - share) * other))];

    private static double Compare(double[] first, double[] second, int height, int width)
    {
        using var scope = NewDisposeScope();
        return StructuralSimilarity.Compare(ToTensor(first), ToTensor(second)).item<float>();

        Tensor ToTensor(double[] values) => tensor(values, [1, 3, height, width], ScalarType.Float32);
    }

    // The upper bits of a linear congruential generator (s · 1103515245 + 12345 modulo 2³¹), row by row.
    private static double[] Create(int height, int width, long seed)
    {
        var values = new double[3 * height * width];
        for (var i = 0; i < values.Length; i++)
        {
            seed = ((seed * 1103515245) + 12345) % 2147483648;
            values[i] = (seed >> 16) % 256 / 255.0;
        }

        return values;
    }
}
