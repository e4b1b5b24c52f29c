namespace Surrogates.Evaluation;

/// <summary>How well predictions order items: 1 the same order, −1 the reverse, 0 no relation.</summary>
/// <remarks>
/// Where either side is constant, fewer than two items included, the coefficients are undefined. Here they are 0: a prediction that
/// tells nothing apart knows nothing, and a mean over tasks stays a number.
/// </remarks>
/// <example>
/// <code>
/// double tau = RankCorrelation.KendallTauB(predicted: [0.2, 0.5, 0.9], actual: [61.0, 60.0, 75.0]);  // 1/3
/// </code>
/// </example>
public static class RankCorrelation
{
    /// <summary>
    /// Kendall's tau-b, which corrects for ties: (P − Q) / √((n₀ − n₁)(n₀ − n₂)) with P concordant and Q discordant pairs,
    /// n₀ = n (n − 1) / 2 pairs in all, and n₁, n₂ those tied in either list.
    /// </summary>
    /// <remarks>
    /// Kendall: "The treatment of ties in ranking problems", Biometrika 33, 1945. In O(n log n) by Knight: "A computer method
    /// for calculating Kendall's tau with ungrouped data", JASA 61, 1966.
    /// </remarks>
    /// <exception cref="ArgumentException">The lists differ in length, or a value is not a number.</exception>
    public static double KendallTauB(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        Require.Paired(predicted, actual);
        var (x, y) = (predicted.ToArray(), actual.ToArray());
        var order = new int[x.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (left, right) => x[left].CompareTo(x[right]) is var byX and not 0 ? byX : y[left].CompareTo(y[right]));
        var sortedX = Array.ConvertAll(order, i => x[i]);
        var sortedY = Array.ConvertAll(order, i => y[i]);
        var tiedBoth = TiedPairs(sortedX, sortedY);
        var tiedX = TiedPairs(sortedX, sortedX);
        var discordant = SortAndCountInversions(sortedY, new double[sortedY.Length]);
        var tiedY = TiedPairs(sortedY, sortedY);

        var pairs = (long)x.Length * (x.Length - 1) / 2;
        var (untiedX, untiedY) = (pairs - tiedX, pairs - tiedY);
        var difference = pairs - tiedX - tiedY + tiedBoth - (2 * discordant);
        return untiedX == 0 || untiedY == 0 ? 0 : difference / Math.Sqrt((double)untiedX * untiedY);
    }

    /// <summary>
    /// Spearman's rho: Pearson's correlation of the <see cref="Ranking.AverageRanks"/>, which is exact with ties as well.
    /// </summary>
    /// <remarks>Spearman: "The proof and measurement of association between two things", 1904.</remarks>
    /// <exception cref="ArgumentException">The lists differ in length, or a value is not a number.</exception>
    public static double Spearman(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        Require.Paired(predicted, actual);
        var (x, y) = (Ranking.AverageRanks(predicted), Ranking.AverageRanks(actual));
        var mean = (x.Length + 1) / 2.0;
        var (covariance, varianceX, varianceY) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - mean, y[i] - mean);
            covariance += dx * dy;
            varianceX += dx * dx;
            varianceY += dy * dy;
        }

        return varianceX == 0 || varianceY == 0 ? 0 : covariance / Math.Sqrt(varianceX * varianceY);
    }

    /// <summary>The pairs that are equal in both lists, in lists where such items are neighbors.</summary>
    private static long TiedPairs(double[] first, double[] second)
    {
        long pairs = 0;
        for (int i = 1, run = 1; i < first.Length; i++)
        {
            run = first[i] == first[i - 1] && second[i] == second[i - 1] ? run + 1 : 1;
            pairs += run - 1;
        }

        return pairs;
    }

    /// <summary>Merge sort; an element that passes those before it is discordant with each of them.</summary>
    private static long SortAndCountInversions(Span<double> values, Span<double> buffer)
    {
        if (values.Length < 2)
        {
            return 0;
        }

        var middle = values.Length / 2;
        var inversions = SortAndCountInversions(values[..middle], buffer) + SortAndCountInversions(values[middle..], buffer);
        for (int left = 0, right = middle, merged = 0; merged < values.Length; merged++)
        {
            var takeRight = left == middle || (right < values.Length && values[right] < values[left]);
            inversions += takeRight ? middle - left : 0;
            buffer[merged] = takeRight ? values[right++] : values[left++];
        }

        buffer[..values.Length].CopyTo(values);
        return inversions;
    }
}
