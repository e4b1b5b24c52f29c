namespace Surrogates.Training.Data;

/// <summary>Images as they are found, before they are decoded.</summary>
internal interface IImageSource
{
    /// <summary>The number of images.</summary>
    int Count { get; }

    /// <summary>Rows and columns of the images where they have a size of their own in common; null where they have not.</summary>
    (int Height, int Width)? Size { get; }

    /// <summary>Whether an image is one plane of grey.</summary>
    bool IsGrey { get; }

    /// <summary>What an image is called.</summary>
    string GetName(int index);

    /// <summary>Decodes an image.</summary>
    /// <param name="index">Which.</param>
    /// <param name="preprocessing">Brings it to its size.</param>
    /// <param name="planes">Receives its planes.</param>
    /// <exception cref="InputException">The image cannot be read.</exception>
    void Decode(int index, ImagePreprocessing preprocessing, Span<byte> planes);
}
