using Surrogates.Training.Data.Splitting;

namespace Surrogates.Training.Data.Sources;

/// <summary>The subfolders <c>train</c>, <c>test</c> and <c>val</c>, <c>valid</c> or <c>validation</c>, in any case.</summary>
internal sealed record SplitFolders(IReadOnlyList<(string Folder, SplitSets Sets)> Folders)
{
    private static readonly string[] ValidationNames = ["val", "valid", "validation"];

    /// <summary>
    /// The sets that the pictures in each of these folders may come into: what has no folder is drawn from <c>train</c>. Null where
    /// there is no <c>train</c>, or another folder beside them: such folders are classes.
    /// </summary>
    /// <exception cref="InputException">Two folders are for the same set.</exception>
    public static SplitFolders? Find(string root, string[] subfolders)
    {
        var sets = Array.ConvertAll(subfolders, SetOf);
        if (!sets.Contains(SplitSets.Train) || sets.Contains(SplitSets.None))
        {
            return null;
        }

        if (sets.Distinct().Count() < sets.Length)
        {
            throw new InputException($"{root}: two of its folders {string.Join(", ", subfolders)} are for the same set; keep one of them.");
        }

        var given = sets.Aggregate(SplitSets.None, (all, set) => all | set);
        var drawn = SplitSets.Any & ~given;
        return new(
            [.. subfolders.Zip(sets, (folder, set) => (folder, set == SplitSets.Train ? SplitSets.Train | drawn : set))]);
    }

    private static SplitSets SetOf(string name) =>
        string.Equals(name, "train", StringComparison.OrdinalIgnoreCase) ? SplitSets.Train
        : string.Equals(name, "test", StringComparison.OrdinalIgnoreCase) ? SplitSets.Test
        : ValidationNames.Contains(name, StringComparer.OrdinalIgnoreCase) ? SplitSets.Validation
        : SplitSets.None;
}
