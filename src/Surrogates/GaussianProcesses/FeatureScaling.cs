namespace Surrogates.GaussianProcesses;

/// <summary>
/// Brings the features that vary to mean 0 and variance 1, and divides by √d, so that two random rows are about √2 apart, whatever the
/// number of features: length scales then mean the same for every encoding.
/// </summary>
internal sealed class FeatureScaling
{
    private readonly int[] _kept;
    private readonly double[] _means;
    private readonly double[] _factors;

    public FeatureScaling(ReadOnlySpan<float> rows, int width)
    {
        var count = rows.Length / width;
        var means = new double[width];
        var variances = new double[width];
        for (var i = 0; i < rows.Length; i++)
        {
            means[i % width] += rows[i] / (double)count;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var difference = rows[i] - means[i % width];
            variances[i % width] += difference * difference / count;
        }

        _kept = [.. Enumerable.Range(0, width).Where(f => variances[f] > 1e-12 * Math.Max(1, means[f] * means[f]))];
        _means = Array.ConvertAll(_kept, f => means[f]);
        _factors = Array.ConvertAll(_kept, f => 1 / Math.Sqrt(variances[f] * _kept.Length));
    }

    /// <summary>The number of features that vary.</summary>
    public int Count => _kept.Length;

    /// <summary>Writes a row's scaled features, <paramref name="stride"/> numbers apart.</summary>
    public void Apply(ReadOnlySpan<float> row, Span<double> scaled, int stride = 1)
    {
        for (var i = 0; i < _kept.Length; i++)
        {
            scaled[i * stride] = (row[_kept[i]] - _means[i]) * _factors[i];
        }
    }
}
