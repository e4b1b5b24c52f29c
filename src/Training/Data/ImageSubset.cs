namespace Surrogates.Training.Data;

/// <summary>Some of a data set's images.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Indices">Which of its images, in order.</param>
public sealed record ImageSubset(ImageDataset Dataset, IReadOnlyList<int> Indices)
{
    /// <summary>The number of images.</summary>
    public int Count => Indices.Count;
}
