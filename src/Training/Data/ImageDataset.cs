using System.Collections.Immutable;
using Surrogates.Training.Data.Storage;

namespace Surrogates.Training.Data;

/// <summary>
/// Pictures of one size, decoded once, with their labels. A picture is <c>Channels × Height × Width</c> bytes: the planes of red,
/// green and blue, each row by row, 0 to 255; grey is replicated to all three.
/// </summary>
/// <remarks>Open one with <see cref="ImageData.Open"/>. All members may be used from several threads at a time.</remarks>
public sealed class ImageDataset : IDisposable
{
    /// <summary>Planes a picture: red, green, blue.</summary>
    public const int Channels = 3;

    private readonly PictureStore _store;
    private readonly int[] _slots;
    private readonly ImmutableArray<string> _itemNames;

    internal ImageDataset(
        string name,
        PictureShape shape,
        ImmutableArray<string> itemNames,
        ImageLabels labels,
        PictureStore store,
        int[] slots,
        ImmutableArray<string> skipped)
    {
        Name = name;
        Shape = shape;
        _itemNames = itemNames;
        Labels = DensePlacement.Place(labels, shape, store, slots);
        _store = store;
        _slots = slots;
        Skipped = skipped;
    }

    /// <summary>A dataset of pictures that are in memory already.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="height">Rows a picture.</param>
    /// <param name="width">Columns a picture.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="pixels">Pictures × <see cref="Channels"/> × height × width bytes, which are copied.</param>
    /// <exception cref="ArgumentException">The bytes are not those of whole pictures.</exception>
    public static ImageDataset Create(string name, int height, int width, ImageLabels labels, ReadOnlySpan<byte> pixels)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var shape = new PictureShape(height, width, IsGrey: false);
        if (pixels.Length == 0 || pixels.Length % shape.StoredBytes != 0)
        {
            throw new ArgumentException($"{pixels.Length} bytes are not whole pictures of {shape.StoredBytes}.", nameof(pixels));
        }

        var store = MemoryPictureStore.Of(pixels, shape.StoredBytes);
        int[] slots = [.. Enumerable.Range(0, pixels.Length / shape.StoredBytes)];
        return new(name, shape, [.. slots.Select(i => FormattableString.Invariant($"{name}[{i}]"))], labels, store, slots, []);
    }

    /// <summary>The name of the folder or file that it was read from.</summary>
    public string Name { get; }

    /// <summary>The number of pictures.</summary>
    public int Count => _slots.Length;

    /// <summary>Rows a picture.</summary>
    public int Height => Shape.Height;

    /// <summary>Columns a picture.</summary>
    public int Width => Shape.Width;

    /// <summary>The bytes of a picture: <c>Channels × Height × Width</c>.</summary>
    public int PictureBytes => Channels * Height * Width;

    /// <summary>What is known of each picture.</summary>
    public ImageLabels Labels { get; }

    /// <summary>How many pictures were left out because they cannot be used (<see cref="ImageDataOptions.SkipBad"/>).</summary>
    public int SkippedCount => Skipped.Length;

    /// <summary>What was left out: a line each, with the file and the reason.</summary>
    public ImmutableArray<string> Skipped { get; }

    internal PictureShape Shape { get; }

    /// <summary>
    /// Where a picture is from: its path relative to the folder, with <c>/</c> on every system, or the file and the position in it,
    /// such as <c>train-images-idx3-ubyte[17]</c>, or the building and the view, such as <c>hanson/point_1_view_0</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    public string GetItemName(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return _itemNames[index];
    }

    /// <summary>Copies pictures side by side, in the order given.</summary>
    /// <param name="indices">Which pictures.</param>
    /// <param name="destination"><see cref="PictureBytes"/> bytes a picture.</param>
    /// <exception cref="ArgumentException">The destination is of another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    /// <exception cref="ObjectDisposedException">The dataset is disposed.</exception>
    public void Read(ReadOnlySpan<int> indices, Span<byte> destination) =>
        _store.Read(_slots, indices, PictureBytes, destination, Shape.Expand);

    /// <summary>Frees the pictures, and the labels at their pixels.</summary>
    public void Dispose()
    {
        _store.Dispose();
        Labels.Release();
    }
}
