namespace Surrogates.Training.Data.Splitting;

/// <summary>A subset with each group in its proportion, by the method of the largest remainder.</summary>
internal static class SplitQuotas
{
    /// <summary>Keeps <paramref name="maximum"/> pictures of all groups together.</summary>
    /// <param name="groups">The groups; what is not kept is lost to them.</param>
    /// <param name="maximum">How many are kept where there are more.</param>
    /// <param name="keepsEveryGroup">Whether of each group one is kept, and two of one that is to be divided.</param>
    /// <exception cref="InputException">That many are not enough for that.</exception>
    public static void Limit(SplitGroup[] groups, int maximum, bool keepsEveryGroup)
    {
        var total = groups.Sum(group => (long)group.Count);
        if (total <= maximum)
        {
            return;
        }

        var least = Array.ConvertAll(groups, group => keepsEveryGroup ? Least(group) : 0);
        if (least.Sum() > maximum)
        {
            throw new InputException($"{maximum} images at most are too few: to have some of every class, {least.Sum()} are needed.");
        }

        var quotas = Array.ConvertAll(groups, group => (double)maximum * group.Count / total);
        var kept = new int[groups.Length];
        for (var i = 0; i < groups.Length; i++)
        {
            kept[i] = Math.Max(least[i], (int)quotas[i]);
        }

        // The furthest below its quota gains one, or the furthest above it loses one, until the sum is right.
        for (var sum = kept.Sum(); sum != maximum; sum = kept.Sum())
        {
            var step = Math.Sign(maximum - sum);
            var open = Enumerable.Range(0, groups.Length).Where(i => step > 0 ? kept[i] < groups[i].Count : kept[i] > least[i]);
            kept[open.MaxBy(i => step * (quotas[i] - kept[i]))] += step;
        }

        for (var i = 0; i < groups.Length; i++)
        {
            groups[i].Keep(kept[i]);
        }
    }

    private static int Least(SplitGroup group) => Math.Min(group.Count, group.Sets.HasFlag(SplitSets.NotTest) ? 2 : 1);
}
