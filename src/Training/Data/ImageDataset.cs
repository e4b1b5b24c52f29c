namespace Surrogates.Training.Data;

/// <summary>
/// Images of one size, decoded, with their labels. An image is three planes of bytes (red, green, blue), each row by row; grey images have
/// three equal planes. Safe for use from several threads.
/// </summary>
public sealed class ImageDataset : IDisposable
{
    /// <summary>Channels of an image.</summary>
    public const int Channels = 3;

    private readonly PixelStore _pixels;
    private readonly IReadOnlyList<string> _names;
    private readonly bool _isGrey;

    internal ImageDataset(
        string name, int height, int width, ImageLabels labels, IReadOnlyList<string> names, PixelStore pixels, bool isGrey, IReadOnlyList<string> skipped)
    {
        (Name, Height, Width, Labels, Skipped) = (name, height, width, labels, skipped);
        (_names, _pixels, _isGrey) = (names, pixels, isGrey);
    }

    /// <summary>A data set of images that are in memory already.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="height">Rows of an image.</param>
    /// <param name="width">Columns of an image.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="pixels">Images × channels × height × width bytes, which are copied.</param>
    /// <exception cref="ArgumentException">The bytes are not those of whole images.</exception>
    public static ImageDataset Create(string name, int height, int width, ImageLabels labels, ReadOnlySpan<byte> pixels)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var size = Channels * height * width;
        if (pixels.Length == 0 || pixels.Length % size != 0)
        {
            throw new ArgumentException($"{pixels.Length} bytes are not a number of images of {size} bytes.", nameof(pixels));
        }

        var count = pixels.Length / size;
        var store = new PixelStore(count, size, long.MaxValue);
        for (var i = 0; i < count; i++)
        {
            pixels.Slice(i * size, size).CopyTo(store.Get(i));
        }

        string[] names = [.. Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"{name}[{i}]"))];
        return new ImageDataset(name, height, width, labels, names, store, isGrey: false, []);
    }

    /// <summary>Where the images come from.</summary>
    public string Name { get; }

    /// <summary>The number of images.</summary>
    public int Count => _names.Count;

    /// <summary>Rows of an image.</summary>
    public int Height { get; }

    /// <summary>Columns of an image.</summary>
    public int Width { get; }

    /// <summary>The labels.</summary>
    public ImageLabels Labels { get; }

    /// <summary>For each image that was left out, which one it was and why.</summary>
    public IReadOnlyList<string> Skipped { get; }

    /// <summary>The number of images that were left out because they cannot be read.</summary>
    public int SkippedCount => Skipped.Count;

    /// <summary>An image's file, relative to the folder, or its place in a file of many.</summary>
    public string GetItemName(int index) => _names[index];

    /// <summary>Copies images one after the other.</summary>
    /// <param name="indices">Which images.</param>
    /// <param name="destination">Receives indices × channels × height × width bytes.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void Read(ReadOnlySpan<int> indices, Span<byte> destination)
    {
        var plane = Height * Width;
        var image = Channels * plane;
        if (destination.Length < (long)indices.Length * image)
        {
            throw new ArgumentException($"{(long)indices.Length * image} bytes are needed.", nameof(destination));
        }

        for (var i = 0; i < indices.Length; i++)
        {
            var target = destination.Slice(i * image, image);
            if (_isGrey)
            {
                var grey = _pixels.Get(indices[i]);
                grey.CopyTo(target);
                grey.CopyTo(target[plane..]);
                grey.CopyTo(target[(2 * plane)..]);
            }
            else
            {
                _pixels.Get(indices[i]).CopyTo(target);
            }
        }
    }

    /// <summary>Frees the memory of the images, or deletes their scratch file.</summary>
    public void Dispose() => _pixels.Dispose();
}
