namespace Surrogates.GaussianProcesses;

/// <summary>
/// Brings the features that vary to mean 0 and variance 1, and divides by √d, so that two random rows are about √2 apart, whatever the
/// number of features: length scales then mean the same for every encoding. A feature with heavy tails, as gradients and saliencies have them,
/// is first bent by asinh about its median, or a few rows would be far from all others and all others alike.
/// </summary>
internal sealed class FeatureScaling
{
    // The normal distribution has 3, an exponential one 9.
    private const double HeavyTails = 9;

    private readonly Feature[] _kept;
    private readonly double _root;

    public FeatureScaling(ReadOnlySpan<float> rows, int width)
    {
        var kept = new List<Feature>();
        var column = new double[rows.Length / width];
        for (var index = 0; index < width; index++)
        {
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = rows[(row * width) + index];
            }

            if (Feature.TryFit(index, column) is { } feature)
            {
                kept.Add(feature);
            }
        }

        _kept = [.. kept];
        _root = Math.Sqrt(kept.Count);
    }

    /// <summary>The number of features that vary.</summary>
    public int Count => _kept.Length;

    /// <summary>Writes a row's scaled features, <paramref name="stride"/> numbers apart.</summary>
    public void Apply(ReadOnlySpan<float> row, Span<double> scaled, int stride = 1)
    {
        for (var i = 0; i < _kept.Length; i++)
        {
            scaled[i * stride] = _kept[i].Scale(row[_kept[i].Index]) / _root;
        }
    }

    // A unit of 0 stands for a feature that is not bent.
    private readonly record struct Feature(int Index, double Median, double Unit, double Mean, double Deviation)
    {
        public static Feature? TryFit(int index, double[] column)
        {
            var (mean, variance, kurtosis) = Moments(column);
            if (!(variance > 1e-12 * Math.Max(1, mean * mean)))
            {
                return null;
            }

            if (kurtosis <= HeavyTails)
            {
                return new Feature(index, 0, 0, mean, Math.Sqrt(variance));
            }

            double[] sorted = [.. column.Order()];
            var median = sorted[sorted.Length / 2];
            var unit = (sorted[3 * sorted.Length / 4] - sorted[sorted.Length / 4]) / 2;

            // More than half of the rows are alike: there is no middle to measure by.
            var bent = new Feature(index, median, unit > 0 ? unit : Math.Sqrt(variance), 0, 1);
            (mean, variance, _) = Moments(Array.ConvertAll(column, bent.Scale));
            return bent with { Mean = mean, Deviation = Math.Sqrt(variance) };
        }

        public double Scale(double value) => ((Unit == 0 ? value : Math.Asinh((value - Median) / Unit)) - Mean) / Deviation;

        public double Scale(float value) => Scale((double)value);

        private static (double Mean, double Variance, double Kurtosis) Moments(double[] column)
        {
            var mean = column.Average();
            var (second, fourth) = (0.0, 0.0);
            foreach (var value in column)
            {
                var square = (value - mean) * (value - mean);
                second += square / column.Length;
                fourth += square * square / column.Length;
            }

            return (mean, second, second > 0 ? fourth / (second * second) : 0);
        }
    }
}
