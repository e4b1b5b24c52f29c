using Surrogates.Benchmarks;
using Surrogates.Training.Data.Sources;

namespace Surrogates.Training.Data.Splitting;

/// <summary>What classes must have: there are two or more, and each has pictures to train with.</summary>
internal static class ClassRules
{
    /// <summary>Leaves out the pictures of classes that cannot be used, or refuses them.</summary>
    /// <param name="source">The pictures.</param>
    /// <param name="reasons">For each picture why it is left out, or null; receives more.</param>
    /// <param name="skipBad">Whether such classes are left out, and not refused.</param>
    /// <exception cref="InputException">A class cannot be used, or fewer than two are left.</exception>
    public static void Apply(ImageSource source, string?[] reasons, bool skipBad)
    {
        if (source.Labels is not ClassLabels labels)
        {
            return;
        }

        var members = Enumerable.Range(0, reasons.Length).Where(item => reasons[item] is null).ToLookup(item => labels.Classes[item]);
        foreach (var group in members)
        {
            if (Problem(source, labels.ClassNames[group.Key], group) is { } problem)
            {
                if (!skipBad)
                {
                    throw new InputException($"{source.Location(group.First())}: {problem}");
                }

                foreach (var item in group)
                {
                    reasons[item] = $"{source.Location(item)}: {problem}";
                }
            }
        }

        int[] left = [.. members.Where(rest => rest.Any(item => reasons[item] is null)).Select(rest => rest.Key)];
        if (left.Length < 2)
        {
            var found = left.Length == 0 ? "no class" : $"only one class, {Quoted.Show(labels.ClassNames[left[0]])}";
            throw new InputException($"{source.Path}: {found}; pictures of two or more classes are expected.");
        }
    }

    private static string? Problem(ImageSource source, string className, IEnumerable<int> members)
    {
        SplitSets[] train = [.. members.Select(item => source.Sets[item]).Where(sets => sets.HasFlag(SplitSets.Train))];
        return train switch
        {
            [] => $"class {Quoted.Show(className)} has no picture to train with; add some, or remove the class.",
            [SplitSets.Train] => null,
            [_] => $"class {Quoted.Show(className)} has one picture to train and validate with; two or more are needed, so add some, or "
                + "remove the class.",
            _ => null,
        };
    }
}
