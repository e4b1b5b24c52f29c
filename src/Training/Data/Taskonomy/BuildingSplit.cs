using Surrogates.Training.Data.Splitting;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// Puts whole buildings into sets: the views of a building are alike, and a network that has seen some of them in training would be judged
/// by the others as if by pictures that it knows.
/// </summary>
internal static class BuildingSplit
{
    /// <summary>
    /// The sets that the views of each building may come into: one, by the hash of seed and name, with about as many views as the share is;
    /// where there are fewer buildings than sets, as before, so that views are drawn one by one.
    /// </summary>
    /// <param name="buildings">The name of each, the number of its views, the sets that it may come into.</param>
    /// <param name="options">The shares and the seed.</param>
    public static SplitSets[] Assign(IReadOnlyList<(string Name, int Views, SplitSets Sets)> buildings, ImageDataOptions options)
    {
        var sets = buildings.Select(building => building.Sets).ToArray();
        var open = Enumerable.Range(0, sets.Length)
            .Where(index => sets[index].HasFlag(SplitSets.Train) && sets[index] != SplitSets.Train)
            .OrderBy(index => SplitPlanner.Key(options.Seed, buildings[index].Name))
            .ThenBy(index => buildings[index].Name, StringComparer.Ordinal)
            .ToList();
        var drawn = open.Count > 0 ? Drawn(sets[open[0]], options) : [];
        if (open.Count <= drawn.Count)
        {
            return sets;
        }

        for (var i = 0; i < drawn.Count; i++)
        {
            var (set, share) = drawn[i];
            var most = open.Count - (drawn.Count - i);
            var taken = Take(open, most, share * open.Sum(index => buildings[index].Views), index => buildings[index].Views);
            foreach (var index in open[..taken])
            {
                sets[index] = set;
            }

            open.RemoveRange(0, taken);
        }

        foreach (var index in open)
        {
            sets[index] = SplitSets.Train;
        }

        return sets;
    }

    // The test set first, so that it stays the same whatever the share to validate with.
    private static List<(SplitSets Set, double Share)> Drawn(SplitSets possible, ImageDataOptions options)
    {
        (SplitSets Set, double Share)[] sets = [(SplitSets.Test, options.TestShare), (SplitSets.Validation, options.ValidationShare)];
        return [.. sets.Where(each => possible.HasFlag(each.Set) && each.Share > 0)];
    }

    /// <summary>How many from the first on come nearest to a number of views; one or more.</summary>
    private static int Take(List<int> buildings, int most, double goal, Func<int, int> views)
    {
        var (count, sum) = (1, (double)views(buildings[0]));
        while (count < most && Math.Abs(sum + views(buildings[count]) - goal) < Math.Abs(sum - goal))
        {
            sum += views(buildings[count]);
            count++;
        }

        return count;
    }
}
