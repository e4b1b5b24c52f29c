using SkiaSharp;

namespace Surrogates.Training.Data.Decoding;

/// <summary>Turns a picture upright.</summary>
internal static class PictureOrientation
{
    /// <summary>The picture with the corner that <paramref name="origin"/> names at the top left; the same if it is there.</summary>
    public static SKBitmap Turn(SKBitmap source, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or < SKEncodedOrigin.TopLeft or > SKEncodedOrigin.LeftBottom)
        {
            return source;
        }

        // Exif 2.32, tag 0112: what the first row and the first column of the file are in the upright picture.
        var swaps = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = swaps ? (source.Height, source.Width) : (source.Width, source.Height);
        var fromRight = origin is SKEncodedOrigin.TopRight or SKEncodedOrigin.BottomRight
            or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var fromBottom = origin is SKEncodedOrigin.BottomRight or SKEncodedOrigin.BottomLeft
            or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom;
        var turned = new SKBitmap(source.Info.WithSize(width, height));
        unsafe
        {
            var from = (uint*)source.GetPixels();
            var to = (uint*)turned.GetPixels();
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var (column, row) = swaps ? (y, x) : (x, y);
                    column = fromRight ? source.Width - 1 - column : column;
                    row = fromBottom ? source.Height - 1 - row : row;
                    to[((long)y * width) + x] = from[((long)row * source.Width) + column];
                }
            }
        }

        return turned;
    }
}
