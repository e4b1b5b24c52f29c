using System.Collections.Immutable;

namespace Surrogates.Training.Data;

/// <summary>Some of the pictures of a dataset.</summary>
public sealed class ImageSubset
{
    internal ImageSubset(ImageDataset dataset, ImmutableArray<int> indices)
    {
        Dataset = dataset;
        Indices = indices;
    }

    /// <summary>The dataset that the pictures are of.</summary>
    public ImageDataset Dataset { get; }

    /// <summary>Which pictures, ascending.</summary>
    public ImmutableArray<int> Indices { get; }

    /// <summary>The number of pictures; may be 0 in a validation or test set.</summary>
    public int Count => Indices.Length;

    /// <summary>The names of the classes; empty where the labels are not of classes.</summary>
    public ImmutableArray<string> ClassNames => Dataset.Labels.ClassNames;
}
