using System.Collections.Immutable;

namespace Surrogates.Training.Data;

/// <summary>Some of the pictures of a dataset.</summary>
public sealed class ImageSubset
{
    /// <summary>Chooses pictures.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="indices">Which of its pictures.</param>
    /// <exception cref="ArgumentException">There is no such picture.</exception>
    public ImageSubset(ImageDataset dataset, IEnumerable<int> indices)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(indices);
        Dataset = dataset;
        Indices = [.. indices];
        if (Indices.Any(index => index < 0 || index >= dataset.Count))
        {
            throw new ArgumentException($"A picture is not one of 0 to {dataset.Count - 1}.", nameof(indices));
        }
    }

    /// <summary>The dataset that the pictures are of.</summary>
    public ImageDataset Dataset { get; }

    /// <summary>Which pictures.</summary>
    public ImmutableArray<int> Indices { get; }

    /// <summary>The number of pictures; may be 0 in a validation or test set.</summary>
    public int Count => Indices.Length;

    /// <summary>The names of the classes; empty where the labels are not of classes.</summary>
    public ImmutableArray<string> ClassNames => Dataset.Labels.ClassNames;
}
