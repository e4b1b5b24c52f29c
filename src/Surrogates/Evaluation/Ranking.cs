namespace Surrogates.Evaluation;

/// <summary>Orders values, with a stated rule for ties.</summary>
public static class Ranking
{
    /// <summary>
    /// For each value its rank, 1 for the smallest to n for the largest. Equal values share the mean of the ranks that they
    /// take up: 5, 7, 7, 9 have the ranks 1, 2.5, 2.5, 4.
    /// </summary>
    /// <exception cref="ArgumentException">A value is not a number.</exception>
    public static double[] AverageRanks(ReadOnlySpan<double> values)
    {
        Require.Numbers(values);
        var sorted = values.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && sorted[end] == sorted[start]; end++)
            {
            }

            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }
        }

        return ranks;
    }

    /// <summary>
    /// The positions of the <paramref name="count"/> largest values, the largest first; of equal values the one that comes
    /// first in the list. With fewer values, the positions of all.
    /// </summary>
    /// <exception cref="ArgumentException">A value is not a number, or the count is less than 1.</exception>
    public static int[] Best(ReadOnlySpan<double> values, int count)
    {
        Require.Numbers(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var copy = values.ToArray();
        var order = new int[copy.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (left, right) => copy[right].CompareTo(copy[left]) is var byValue and not 0 ? byValue : left.CompareTo(right));
        return order[..Math.Min(count, order.Length)];
    }
}
