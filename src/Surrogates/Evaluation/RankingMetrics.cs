namespace Surrogates.Evaluation;

/// <summary>
/// What the items that are predicted best are worth: what a search cares about, whatever the order of the others. Higher is
/// better in predictions and true values.
/// </summary>
public static class RankingMetrics
{
    /// <summary>
    /// The share of the predicted best <paramref name="k"/> that are among the true best 10%. An item is among the true best 10% of n
    /// when fewer than ⌈n / 10⌉ items are strictly better, so items tied at the border all are. Of equal predictions, the one
    /// that comes first in the list counts as better.
    /// </summary>
    /// <remarks>With fewer than 10 k items, a perfect prediction may reach less than 1.</remarks>
    /// <param name="predicted">The predicted value of each item.</param>
    /// <param name="actual">The true value of each item.</param>
    /// <param name="k">How many are chosen, at least 1; all, where there are fewer.</param>
    /// <exception cref="ArgumentException">
    /// The lists are empty or differ in length, a value is not a number, or k is less than 1.
    /// </exception>
    public static double PrecisionAtK(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, int k)
    {
        Require.Paired(predicted, actual);
        Require.NotEmpty(actual);
        var chosen = Ranking.Best(predicted, k);
        var sorted = actual.ToArray();
        Array.Sort(sorted);
        var border = sorted[^((sorted.Length + 9) / 10)];
        var hits = 0;
        foreach (var item in chosen)
        {
            hits += actual[item] >= border ? 1 : 0;
        }

        return (double)hits / chosen.Length;
    }

    /// <summary>
    /// The best true value of all, minus the best among the predicted best <paramref name="k"/>, divided by
    /// <paramref name="standardDeviation"/>: 0 where the best is chosen. Of equal predictions, the one that comes first in the list
    /// counts as better.
    /// </summary>
    /// <param name="predicted">The predicted value of each item.</param>
    /// <param name="actual">The true value of each item.</param>
    /// <param name="k">How many are chosen, at least 1; all, where there are fewer.</param>
    /// <param name="standardDeviation">The unit of the result, more than 0: usually that of the whole table's true values.</param>
    /// <exception cref="ArgumentException">
    /// The lists are empty or differ in length, a value is not a number, k is less than 1, or the standard deviation not more than 0.
    /// </exception>
    public static double RegretAtK(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, int k, double standardDeviation)
    {
        Require.Paired(predicted, actual);
        Require.NotEmpty(actual);
        if (!(standardDeviation > 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(standardDeviation), standardDeviation, "A standard deviation to divide by is more than 0.");
        }

        var best = actual[0];
        foreach (var value in actual)
        {
            best = Math.Max(best, value);
        }

        var found = double.NegativeInfinity;
        foreach (var item in Ranking.Best(predicted, k))
        {
            found = Math.Max(found, actual[item]);
        }

        // The difference of equal infinities is not a number.
        return found == best ? 0 : (best - found) / standardDeviation;
    }
}
