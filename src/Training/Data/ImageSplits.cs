namespace Surrogates.Training.Data;

/// <summary>A data set in three parts that share no image.</summary>
/// <param name="Train">What networks are trained on.</param>
/// <param name="Validation">What choices are made by.</param>
/// <param name="Test">What is looked at once, at the end.</param>
public sealed record ImageSplits(ImageSubset Train, ImageSubset Validation, ImageSubset Test) : IDisposable
{
    /// <summary>Training and validation images together: what the network that is handed over is trained on.</summary>
    public ImageSubset TrainAndValidation => new(Train.Dataset, [.. Train.Indices, .. Validation.Indices]);

    /// <summary>Frees the images.</summary>
    public void Dispose() => Train.Dataset.Dispose();
}
