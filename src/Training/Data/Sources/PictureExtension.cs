namespace Surrogates.Training.Data.Sources;

/// <summary>Which files of a folder are pictures, by the extensions of their names, in any case.</summary>
internal static class PictureExtension
{
    private static readonly HashSet<string> Read = new([".jpg", ".jpeg", ".jpe", ".jfif", ".png"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Foreign = new(
        [".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".jp2", ".jxl", ".ico", ".pgm", ".ppm", ".pbm", ".tga"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>JPEG or PNG.</summary>
    public static bool IsRead(string file) => Read.Contains(Path.GetExtension(file));

    /// <summary>A picture of a kind that is not read: to ignore it would lose it unnoticed.</summary>
    public static bool IsForeign(string file) => Foreign.Contains(Path.GetExtension(file));
}
