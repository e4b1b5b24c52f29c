namespace Surrogates.Training.Data;

/// <summary>A dataset of pictures, divided. No picture is in two of the sets, and each is in one.</summary>
public sealed class ImageSplits : IDisposable
{
    /// <summary>Divides a dataset.</summary>
    /// <param name="train">The pictures to fit weights to.</param>
    /// <param name="validation">The pictures to compare by.</param>
    /// <param name="test">The pictures to report by.</param>
    /// <exception cref="ArgumentException">They are not of one dataset.</exception>
    public ImageSplits(ImageSubset train, ImageSubset validation, ImageSubset test)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentNullException.ThrowIfNull(test);
        if (!ReferenceEquals(train.Dataset, validation.Dataset) || !ReferenceEquals(train.Dataset, test.Dataset))
        {
            throw new ArgumentException("The sets are not of one dataset.", nameof(test));
        }

        Dataset = train.Dataset;
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

    /// <summary>Training and validation pictures together: what a network that is handed over is trained on.</summary>
    public ImageSubset TrainAndValidation => new(Dataset, [.. Train.Indices, .. Validation.Indices]);

    /// <summary>Frees the pictures of all three sets.</summary>
    public void Dispose() => Dataset.Dispose();
}
