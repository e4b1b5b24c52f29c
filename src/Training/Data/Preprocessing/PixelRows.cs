namespace Surrogates.Training.Data.Preprocessing;

/// <summary>The order of a pixel's bytes.</summary>
internal enum PixelOrder
{
    /// <summary>One byte a pixel.</summary>
    Grey,

    /// <summary>Blue, green, red, alpha; the colours premultiplied by alpha.</summary>
    Bgra,

    /// <summary>Red, green, blue, alpha; the colours premultiplied by alpha.</summary>
    Rgba,
}

/// <summary>The pixels of a decoded picture, row after row without gaps.</summary>
internal readonly ref struct PixelRows
{
    private readonly ReadOnlySpan<byte> _pixels;
    private readonly PixelOrder _order;

    public PixelRows(ReadOnlySpan<byte> pixels, int width, int height, PixelOrder order)
    {
        _order = order;
        Width = width;
        Height = height;
        if (pixels.Length != (long)width * height * BytesPerPixel)
        {
            throw new ArgumentException($"{pixels.Length} bytes for {width} × {height} pixels of {BytesPerPixel}.", nameof(pixels));
        }

        _pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>1 for grey, 3 for colours.</summary>
    public int Channels => _order == PixelOrder.Grey ? 1 : ImageDataset.Channels;

    private int BytesPerPixel => _order == PixelOrder.Grey ? 1 : 4;

    /// <summary>Pixels of a row: grey, or red, green, blue in turn, over white where they are transparent.</summary>
    /// <param name="row">Which row.</param>
    /// <param name="column">The first of its pixels.</param>
    /// <param name="destination"><see cref="Channels"/> bytes for each pixel that is wanted.</param>
    public void Copy(int row, int column, Span<byte> destination)
    {
        var count = destination.Length / Channels;
        var source = _pixels.Slice((int)(((long)row * Width + column) * BytesPerPixel), count * BytesPerPixel);
        if (_order == PixelOrder.Grey)
        {
            source.CopyTo(destination);
            return;
        }

        var (red, blue) = _order == PixelOrder.Bgra ? (2, 0) : (0, 2);
        for (int from = 0, to = 0; to < destination.Length; from += 4, to += 3)
        {
            // Over white: c·α + 255·(1 − α). More than that is not premultiplied, and saturates.
            var white = 255 - source[from + 3];
            destination[to] = (byte)Math.Min(255, source[from + red] + white);
            destination[to + 1] = (byte)Math.Min(255, source[from + 1] + white);
            destination[to + 2] = (byte)Math.Min(255, source[from + blue] + white);
        }
    }
}
