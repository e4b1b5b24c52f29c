using Surrogates.Training.Data;

namespace Surrogates.Training.Tests.Data;

internal static class DatasetReading
{
    /// <summary>The bytes of all pictures.</summary>
    public static byte[] All(ImageDataset dataset)
    {
        var planes = new byte[dataset.Count * dataset.PictureBytes];
        dataset.Read([.. Enumerable.Range(0, dataset.Count)], planes);
        return planes;
    }

    /// <summary>The bytes of a picture.</summary>
    public static byte[] Picture(ImageDataset dataset, int index)
    {
        var planes = new byte[dataset.PictureBytes];
        dataset.Read([index], planes);
        return planes;
    }

    /// <summary>The names of the pictures of a set.</summary>
    public static string[] Names(ImageSubset subset) => [.. subset.Indices.Select(subset.Dataset.GetItemName)];
}
