namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// Scales labels that cannot be mixed: of the same centred part of a picture that <see cref="Preprocessing.ImagePreprocessing"/> keeps,
/// for each pixel of the result the one that its centre is in.
/// </summary>
internal static class NearestPixels
{
    /// <summary>Writes <paramref name="height"/> rows of <paramref name="width"/>.</summary>
    public static void Take(
        ReadOnlySpan<byte> source, int sourceWidth, int sourceHeight, int height, int width, Span<byte> destination)
    {
        var scale = Math.Min((double)sourceWidth / width, (double)sourceHeight / height);
        var columns = Positions(sourceWidth, scale, width);
        var rows = Positions(sourceHeight, scale, height);
        for (var y = 0; y < height; y++)
        {
            var row = source.Slice(rows[y] * sourceWidth, sourceWidth);
            for (var x = 0; x < width; x++)
            {
                destination[(y * width) + x] = row[columns[x]];
            }
        }
    }

    private static int[] Positions(int sourceLength, double scale, int count)
    {
        var start = (sourceLength - (count * scale)) / 2;
        return [.. Enumerable.Range(0, count).Select(i => Math.Min(sourceLength - 1, (int)(start + ((i + 0.5) * scale))))];
    }
}
