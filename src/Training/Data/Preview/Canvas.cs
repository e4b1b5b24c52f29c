using SkiaSharp;
using Surrogates.Training.Data.Preprocessing;

namespace Surrogates.Training.Data.Preview;

/// <summary>
/// A picture to draw on. All that is drawn comes of whole numbers and of arithmetic that IEEE 754 fixes, so that it is the same on every
/// machine, which the drawing of a graphics library is not.
/// </summary>
internal sealed class Canvas
{
    private readonly Rgb[] _pixels;

    public Canvas(int width, int height)
    {
        (Width, Height) = (width, height);
        _pixels = new Rgb[width * height];
        Array.Fill(_pixels, Rgb.White);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>A pixel; what lies beyond the edges is not drawn.</summary>
    public void Set(int x, int y, Rgb color)
    {
        if (x >= 0 && y >= 0 && x < Width && y < Height)
        {
            _pixels[(y * Width) + x] = color;
        }
    }

    /// <summary>The colour of a pixel.</summary>
    public Rgb Get(int x, int y) => _pixels[(y * Width) + x];

    /// <summary>A pixel that is covered in part.</summary>
    public void Blend(int x, int y, Rgb color, int part, int whole)
    {
        if (part > 0 && x >= 0 && y >= 0 && x < Width && y < Height)
        {
            ref var pixel = ref _pixels[(y * Width) + x];
            pixel = color.Over(pixel, part, whole);
        }
    }

    /// <summary>A filled rectangle.</summary>
    public void Fill(int left, int top, int width, int height, Rgb color)
    {
        for (var y = top; y < top + height; y++)
        {
            for (var x = left; x < left + width; x++)
            {
                Set(x, y, color);
            }
        }
    }

    /// <summary>A line of one pixel around a rectangle.</summary>
    public void Frame(int left, int top, int width, int height, Rgb color)
    {
        Fill(left - 1, top - 1, width + 2, 1, color);
        Fill(left - 1, top + height, width + 2, 1, color);
        Fill(left - 1, top, 1, height, color);
        Fill(left + width, top, 1, height, color);
    }

    /// <summary>A straight line with smooth edges.</summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="thickness">Its width in pixels.</param>
    /// <param name="color">Its colour.</param>
    public void Line((double X, double Y) from, (double X, double Y) to, double thickness, Rgb color)
    {
        const int Steps = 16;
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max((dx * dx) + (dy * dy), 1e-9);
        var reach = (thickness / 2) + 1;
        var (left, right) = Range(from.X, to.X, Width);
        var (top, bottom) = Range(from.Y, to.Y, Height);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var (px, py) = (x + 0.5 - from.X, y + 0.5 - from.Y);
                var along = Math.Clamp(((px * dx) + (py * dy)) / length, 0, 1);
                var (ox, oy) = (px - (along * dx), py - (along * dy));
                var inside = (thickness / 2) + 0.5 - Math.Sqrt((ox * ox) + (oy * oy));
                Blend(x, y, color, (int)Math.Round(Steps * Math.Clamp(inside, 0, 1)), Steps);
            }
        }

        (int First, int Last) Range(double a, double b, int size) =>
            ((int)Math.Clamp(Math.Floor(Math.Min(a, b) - reach), 0, size), (int)Math.Clamp(Math.Ceiling(Math.Max(a, b) + reach), -1, size - 1));
    }

    /// <summary>A line of text.</summary>
    /// <param name="left">Where it begins.</param>
    /// <param name="top">Where its capitals begin.</param>
    /// <param name="text">The text.</param>
    /// <param name="scale">Pixels a side that a pixel of the font becomes.</param>
    /// <param name="color">Its colour.</param>
    public void Text(int left, int top, string text, int scale, Rgb color)
    {
        foreach (var glyph in BitmapFont.Of(text))
        {
            var coverage = glyph.GetCoverage(scale);
            for (var y = 0; y < coverage.GetLength(0); y++)
            {
                for (var x = 0; x < coverage.GetLength(1); x++)
                {
                    Blend(left + x, top + y, color, coverage[y, x], BitmapGlyph.FullCoverage);
                }
            }

            left += (glyph.Width + 1) * scale;
        }
    }

    /// <summary>A line of text within a width: smaller, and then shortened, where it is too long.</summary>
    /// <param name="left">Where it begins.</param>
    /// <param name="top">Where its capitals begin.</param>
    /// <param name="width">The width that it has.</param>
    /// <param name="text">The text.</param>
    /// <param name="scale">Pixels a side that a pixel of the font becomes, where the text fits so.</param>
    /// <param name="color">Its colour.</param>
    public void TextWithin(int left, int top, int width, string text, int scale, Rgb color)
    {
        var fitting = scale;
        while (fitting > 1 && BitmapFont.Measure(text, fitting) > width)
        {
            fitting--;
        }

        // Where it shrinks it stays on the baseline.
        top += BitmapFont.CapHeight * (scale - fitting);
        Text(left, top, BitmapFont.Fit(text, fitting, width), fitting, color);
    }

    /// <summary>A picture, enlarged smoothly.</summary>
    /// <param name="left">Its left edge.</param>
    /// <param name="top">Its upper edge.</param>
    /// <param name="planes">Planes of red, green and blue.</param>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <param name="factor">How many times it is enlarged.</param>
    public void Picture(int left, int top, ReadOnlySpan<byte> planes, int width, int height, int factor)
    {
        var (area, wide, high) = (width * height, width * factor, height * factor);
        var enlarged = new byte[ImageDataset.Channels * wide * high];
        for (var channel = 0; channel < ImageDataset.Channels; channel++)
        {
            var source = new PixelRows(planes.Slice(channel * area, area), width, height, PixelOrder.Grey);
            PictureResampler.Resample(source, high, wide, enlarged.AsSpan(channel * wide * high, wide * high));
        }

        Map(left, top, wide, high, factor: 1, place => ReadPixel(enlarged, place));
    }

    /// <summary>A map whose pixels become squares.</summary>
    /// <param name="left">Its left edge.</param>
    /// <param name="top">Its upper edge.</param>
    /// <param name="width">Columns of the map.</param>
    /// <param name="height">Rows of the map.</param>
    /// <param name="factor">Pixels a side of a square.</param>
    /// <param name="color">The colour at each place, counted row by row.</param>
    public void Map(int left, int top, int width, int height, int factor, Func<int, Rgb> color)
    {
        for (var place = 0; place < width * height; place++)
        {
            Fill(left + (place % width * factor), top + (place / width * factor), factor, factor, color(place));
        }
    }

    /// <summary>The colour at a place of three planes.</summary>
    public static Rgb ReadPixel(ReadOnlySpan<byte> planes, int place)
    {
        var area = planes.Length / ImageDataset.Channels;
        return new(planes[place], planes[area + place], planes[(2 * area) + place]);
    }

    /// <summary>The canvas as a PNG file. The pixels are the same on every machine; how they are packed is up to the library.</summary>
    public byte[] ToPng()
    {
        const int PixelBytes = 4;
        var bytes = new byte[_pixels.Length * PixelBytes];
        for (var i = 0; i < _pixels.Length; i++)
        {
            var pixel = bytes.AsSpan(i * PixelBytes, PixelBytes);
            (pixel[0], pixel[1], pixel[2], pixel[3]) = (_pixels[i].Red, _pixels[i].Green, _pixels[i].Blue, byte.MaxValue);
        }

        using var image = SKImage.FromPixelCopy(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque), bytes);
        using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }
}
