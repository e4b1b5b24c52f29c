using Surrogates.Numerics;

namespace Surrogates.Training.Data.Splitting;

/// <summary>
/// Divides pictures by the hash of seed and name, stratum by stratum: which set a picture comes into depends on neither the order
/// of the files nor the machine, and hardly on which other pictures there are.
/// </summary>
internal sealed class SplitPlanner(ImageDataOptions options)
{
    /// <summary>Draws the test set, then the pictures to be used of the others, then the validation set.</summary>
    /// <param name="items">The pictures, each of its name, the sets that it may come into, and its stratum.</param>
    /// <param name="keepsEveryStratum">Whether a subset has to have pictures of every stratum.</param>
    /// <exception cref="InputException">There are too few pictures.</exception>
    public SplitPlan Plan(IEnumerable<SplitItem> items, bool keepsEveryStratum)
    {
        List<int> train = [], validation = [], test = [];
        var groups = Groups(items);
        foreach (var group in groups)
        {
            test.AddRange(group.Take(group.Sets.HasFlag(SplitSets.Test) ? TestCount(group) : 0));
        }

        if (options.MaximumImages is { } maximum)
        {
            SplitQuotas.Limit(groups, maximum, keepsEveryStratum);
        }

        foreach (var group in groups)
        {
            validation.AddRange(group.Take(group.Sets.HasFlag(SplitSets.Validation) ? ValidationCount(group) : 0));
            train.AddRange(group.Take(group.Count));
        }

        RequireSome(validation, "validate", options.ValidationShare);
        RequireSome(test, "test", options.TestShare);
        return new([.. train.Order()], [.. validation.Order()], [.. test.Order()]);
    }

    /// <summary>The hash of seed and name by which is drawn.</summary>
    public static ulong Key(int seed, string name)
    {
        var key = SplitMix64.Mix((uint)seed);
        foreach (var character in name)
        {
            key = SplitMix64.Mix(key ^ character);
        }

        return key;
    }

    private SplitGroup[] Groups(IEnumerable<SplitItem> items) =>
    [
        .. items
            .GroupBy(item => (item.Stratum, item.Sets))
            .OrderBy(group => group.Key)
            .Select(group => new SplitGroup(
                group.Key.Sets,
                [
                    .. group.OrderBy(item => Key(options.Seed, item.Name)).ThenBy(item => item.Name, StringComparer.Ordinal)
                        .Select(item => item.Index),
                ])),
    ];

    private int TestCount(SplitGroup group)
    {
        if (group.Sets == SplitSets.Test)
        {
            return group.Count;
        }

        var others = group.Sets.HasFlag(SplitSets.Validation) && options.ValidationShare > 0 ? 2 : 1;
        return Share(group.Count, options.TestShare, others);
    }

    private int ValidationCount(SplitGroup group)
    {
        if (group.Sets == SplitSets.Validation)
        {
            return group.Count;
        }

        // Of two pictures in all, both are for training.
        return Share(group.Count, options.ValidationShare, group.InitialCount >= 3 ? 1 : 2);
    }

    /// <summary>The share, rounded: at least one where that leaves enough for the other sets.</summary>
    private static int Share(int count, double share, int others)
    {
        var rounded = (int)Math.Round(count * share, MidpointRounding.AwayFromZero);
        return count > others ? Math.Clamp(rounded, share > 0 ? 1 : 0, count - others) : 0;
    }

    private static void RequireSome(List<int> set, string verb, double share)
    {
        if (set.Count == 0 && share > 0)
        {
            throw new InputException(
                $"too few pictures: none is left to {verb} with; three of a class are enough, or a share of 0 to {verb} with.");
        }
    }
}
