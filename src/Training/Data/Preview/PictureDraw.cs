using Surrogates.Numerics;

namespace Surrogates.Training.Data.Preview;

/// <summary>Which pictures are shown: drawn by seed, from each group in turn.</summary>
internal static class PictureDraw
{
    /// <summary>Draws pictures.</summary>
    /// <param name="images">From which.</param>
    /// <param name="view">Says of which group each is.</param>
    /// <param name="count">How many; all where there are fewer.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The pictures, group by group; of a group in the order drawn.</returns>
    public static int[] Take(ImageSubset images, LabelView view, int count, int seed)
    {
        int[] shuffled = [.. images.Indices];
        var random = SplitMix64.ForStream(seed, images.Count);
        random.Shuffle<int>(shuffled);

        // The n-th of each group comes before the (n+1)-th of any; which groups have one more, the shuffle says.
        var seen = new int[view.Groups];
        return
        [
            .. shuffled.Select(index => (Index: index, Group: view.GetGroup(index)))
                .Select(picture => (picture.Index, picture.Group, Turn: seen[picture.Group]++))
                .ToArray()
                .OrderBy(picture => picture.Turn)
                .Take(count)
                .OrderBy(picture => picture.Group)
                .Select(picture => picture.Index),
        ];
    }
}
