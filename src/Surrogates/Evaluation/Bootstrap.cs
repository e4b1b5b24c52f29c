namespace Surrogates.Evaluation;

/// <summary>Confidence intervals by resampling, with no assumption about the distribution of the values.</summary>
/// <remarks>
/// Efron: "Bootstrap methods: another look at the jackknife", Annals of Statistics 7, 1979. The interval is the percentile
/// interval, its ends interpolated linearly between the sorted means of the resamples. The same values, seed and number of resamples give
/// the same interval.
/// </remarks>
/// <example>
/// <code>
/// double[] difference = [0.02, 0.01, 0.03, -0.01, 0.02];     // of two methods, paired by seed
/// bool isBetter = Bootstrap.MeanInterval(difference).Lower > 0;
/// </code>
/// </example>
public static class Bootstrap
{
    /// <summary>The interval of a mean of independent values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="level">The interval's level, between 0 and 1.</param>
    /// <param name="resamples">How many resamples are drawn, at least 1.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <exception cref="ArgumentException">
    /// There is no value, or one that is not finite; the level or the number of resamples is out of range.
    /// </exception>
    public static ConfidenceInterval MeanInterval(
        ReadOnlySpan<double> values, double level = 0.95, int resamples = 10_000, int seed = 0)
    {
        var ownCluster = new int[values.Length];
        for (var i = 0; i < ownCluster.Length; i++)
        {
            ownCluster[i] = i;
        }

        return MeanInterval(values, ownCluster, level, resamples, seed);
    }

    /// <summary>
    /// The interval of a mean of values that come in clusters, such as the tasks of one seed: whole clusters are drawn, so
    /// that values that vary together do not look like independent evidence.
    /// </summary>
    /// <param name="values">The values.</param>
    /// <param name="clusters">For each value the cluster that it belongs to, any number.</param>
    /// <param name="level">The interval's level, between 0 and 1.</param>
    /// <param name="resamples">How many resamples are drawn, at least 1.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <exception cref="ArgumentException">
    /// There is no value, or one that is not finite; the lists differ in length; the level or the number is out of range.
    /// </exception>
    public static ConfidenceInterval MeanInterval(
        ReadOnlySpan<double> values, ReadOnlySpan<int> clusters, double level = 0.95, int resamples = 10_000, int seed = 0)
    {
        Require.SameLength(values.Length, clusters.Length, nameof(clusters));
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");
        }

        var mean = SampleStatistics.Mean(values);
        var means = Resample(SumByCluster(values, clusters, mean), resamples, new Random(seed));
        Array.Sort(means);
        return new ConfidenceInterval(mean, mean + Quantile(means, (1 - level) / 2), mean + Quantile(means, (1 + level) / 2));
    }

    // Clusters in the order in which they first occur; values as differences to the mean, so that equal ones give exactly it.
    private static (double Sum, int Count)[] SumByCluster(ReadOnlySpan<double> values, ReadOnlySpan<int> clusters, double mean)
    {
        var indices = new Dictionary<int, int>();
        var sums = new List<(double Sum, int Count)>();
        for (var i = 0; i < values.Length; i++)
        {
            if (indices.TryAdd(clusters[i], sums.Count))
            {
                sums.Add((0, 0));
            }

            var index = indices[clusters[i]];
            sums[index] = (sums[index].Sum + (values[i] - mean), sums[index].Count + 1);
        }

        return [.. sums];
    }

    private static double[] Resample((double Sum, int Count)[] clusters, int resamples, Random random)
    {
        var means = new double[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            var (sum, count) = (0.0, 0L);
            for (var draw = 0; draw < clusters.Length; draw++)
            {
                var drawn = clusters[random.Next(clusters.Length)];
                sum += drawn.Sum;
                count += drawn.Count;
            }

            means[resample] = sum / count;
        }

        return means;
    }

    private static double Quantile(double[] sorted, double probability)
    {
        var position = probability * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
