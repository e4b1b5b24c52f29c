using System.IO.Compression;
using Surrogates.Numerics;

namespace Surrogates.ModelFiles;

/// <summary>
/// Trained models as texts, which is what an ML.NET model file has room for: a format's name, then compressed bytes in Base64.
/// </summary>
internal static class BinaryText
{
    private const int MaximumBytes = 1 << 30;

    /// <summary>The text of what is written.</summary>
    public static string Write(string format, Action<BinaryWriter> write, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var bytes = new MemoryStream();
        using (var compressed = new BrotliStream(bytes, level, leaveOpen: true))
        using (var writer = new BinaryWriter(compressed))
        {
            write(writer);
        }

        return format + Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Reads a text of that format, as data.</summary>
    /// <exception cref="InputException">The text is damaged.</exception>
    public static T Read<T>(string format, string text, Func<BinaryReader, T> read)
    {
        try
        {
            using var bytes = new MemoryStream(Convert.FromBase64String(text[format.Length..]));
            using var expanded = new BoundedStream(new BrotliStream(bytes, CompressionMode.Decompress), MaximumBytes);
            using var reader = new BinaryReader(expanded);
            return read(reader);
        }
        catch (Exception exception) when (exception is FormatException or IOException or InvalidDataException or InvalidOperationException
            or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InputException($"the model in the file is damaged: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }
}
