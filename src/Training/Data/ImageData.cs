namespace Surrogates.Training.Data;

/// <summary>Opens pictures for training.</summary>
public static class ImageData
{
    /// <summary>Reads and decodes the pictures at a path, and splits them.</summary>
    public static ImageSplits Open(
        string path,
        ImageDataOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
