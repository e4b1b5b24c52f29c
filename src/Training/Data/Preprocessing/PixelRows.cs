namespace Surrogates.Training.Data.Preprocessing;

/// <summary>The pixels of a decoded picture, row after row without gaps.</summary>
internal readonly ref struct PixelRows
{
    private readonly ReadOnlySpan<byte> _pixels;

    public PixelRows(ReadOnlySpan<byte> pixels, int width, int height, PixelOrder order)
    {
        Order = order;
        Width = width;
        Height = height;
        if (pixels.Length != (long)width * height * PixelBytes)
        {
            throw new ArgumentException($"{pixels.Length} bytes for {width} × {height} pixels of {PixelBytes}.", nameof(pixels));
        }

        _pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    public PixelOrder Order { get; }

    /// <summary>The planes that they make: 1 of grey, 3 of colours.</summary>
    public int Channels => Order == PixelOrder.Grey ? 1 : ImageDataset.Channels;

    /// <summary>The bytes of a pixel.</summary>
    public int PixelBytes => Order == PixelOrder.Grey ? 1 : 4;

    /// <summary>The bytes of pixels of a row, from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public ReadOnlySpan<byte> Row(int row, int start, int end) =>
        _pixels.Slice((int)((((long)row * Width) + start) * PixelBytes), (end - start) * PixelBytes);
}
