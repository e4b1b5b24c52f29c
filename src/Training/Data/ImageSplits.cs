namespace Surrogates.Training.Data;

/// <summary>A dataset of pictures, divided. No picture is in two of the sets, and each is in one.</summary>
public sealed class ImageSplits : IDisposable
{
    internal ImageSplits(ImageDataset dataset, ImageSubset train, ImageSubset validation, ImageSubset test)
    {
        Dataset = dataset;
        Train = train;
        Validation = validation;
        Test = test;
    }

    /// <summary>All the pictures.</summary>
    public ImageDataset Dataset { get; }

    /// <summary>The pictures to fit weights to; one or more, and of each class one or more.</summary>
    public ImageSubset Train { get; }

    /// <summary>The pictures to compare networks and settings by.</summary>
    public ImageSubset Validation { get; }

    /// <summary>The pictures to report the final networks by, and for nothing else.</summary>
    public ImageSubset Test { get; }

    /// <summary>Frees the pictures of all three sets.</summary>
    public void Dispose() => Dataset.Dispose();
}
