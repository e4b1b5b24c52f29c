using static TorchSharp.torch;

namespace Surrogates.Training.Tasks.Decoders;

/// <summary>
/// SSIM: how alike two pictures look, by mean, variance and covariance of their windows; 1 for equal pictures.
/// ((2μxμy + c₁)(2σxy + c₂)) ÷ ((μx² + μy² + c₁)(σx² + σy² + c₂)), c₁ = .01², c₂ = .03².
/// </summary>
/// <remarks>
/// Wang et al.: "Image Quality Assessment: From Error Visibility to Structural Similarity", IEEE Transactions on Image Processing, 2004,
/// with its 11×11 Gaussian window of deviation 1.5, only where the window lies within the picture. Pictures of fewer than 11 pixels have
/// the largest odd window that fits. Windows are sums over rows, then columns, as products with a matrix of bands: in 32 bits on every
/// device, where convolutions may have fewer.
/// </remarks>
internal static class StructuralSimilarity
{
    private const int LargestWindow = 11;
    private const double Deviation = 1.5;
    private const double MeanConstant = .01 * .01;
    private const double VarianceConstant = .03 * .03;

    /// <summary>The similarity of each picture to its counterpart, mean over channels and windows.</summary>
    /// <param name="first">Batch × channels × height × width, from 0 to 1.</param>
    /// <param name="second">The same.</param>
    /// <returns>A vector, one number a picture, from −1 to 1.</returns>
    public static Tensor Compare(Tensor first, Tensor second)
    {
        using var scope = NewDisposeScope();
        var (height, width) = ((int)first.size(2), (int)first.size(3));
        var window = Math.Min(LargestWindow, ((Math.Min(height, width) + 1) / 2 * 2) - 1);
        var columns = CreateBands(first.device, width, window);
        var rows = CreateBands(first.device, height, window).transpose(0, 1);
        var (firstMean, secondMean) = (Blur(first), Blur(second));
        var (firstSquare, secondSquare, product) = (firstMean.Squared(), secondMean.Squared(), firstMean.mul(secondMean));
        var covariance = Blur(first.mul(second)).Minus(product);
        var variances = Blur(first.Squared().PlusInPlace(second.Squared())).Minus(firstSquare).Minus(secondSquare);
        var numerator = product.Times(2).PlusInPlace(MeanConstant).mul_(covariance.Times(2).PlusInPlace(VarianceConstant));
        var denominator = firstSquare.Plus(secondSquare).PlusInPlace(MeanConstant).mul_(variances.Plus(VarianceConstant));
        return numerator.div(denominator).mean([1, 2, 3]).MoveToOuterDisposeScope();

        Tensor Blur(Tensor pictures) => rows.matmul(pictures.matmul(columns));
    }

    // Each column holds the window at one of its places.
    private static Tensor CreateBands(Device device, int size, int window)
    {
        var weights = new double[window];
        for (var i = 0; i < window; i++)
        {
            var distance = i - (window / 2);
            weights[i] = Math.Exp(-distance * distance / (2 * Deviation * Deviation));
        }

        var total = weights.Sum();
        var places = size - window + 1;
        var bands = new float[size * places];
        for (var place = 0; place < places; place++)
        {
            for (var i = 0; i < window; i++)
            {
                bands[((place + i) * places) + place] = (float)(weights[i] / total);
            }
        }

        return Tensors.Of(device, bands, size, places);
    }
}
