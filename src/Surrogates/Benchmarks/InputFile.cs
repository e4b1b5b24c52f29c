namespace Surrogates.Benchmarks;

/// <summary>Opens files, so that what the file system refuses is reported as the caller's input.</summary>
internal static class InputFile
{
    public static FileStream Open(string path) =>
        Try(path, "read", () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));

    /// <summary>The bytes from the stream's position to its end.</summary>
    public static ReadOnlyMemory<byte> ReadToEnd(Stream stream, string name) =>
        Try(name, "read", () =>
        {
            if (stream.CanSeek)
            {
                var length = stream.Length - stream.Position;
                if (length > Array.MaxLength)
                {
                    throw new BenchmarkFormatException($"{name}: {length} bytes; at most {Array.MaxLength} can be read.");
                }

                var content = GC.AllocateUninitializedArray<byte>((int)length);
                stream.ReadExactly(content);
                return (ReadOnlyMemory<byte>)content;
            }

            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return new ReadOnlyMemory<byte>(copy.GetBuffer(), 0, (int)copy.Length);
        });

    /// <summary>Does what reads or writes a file, and says it in the caller's words where the file system refuses.</summary>
    public static T Try<T>(string path, string verb, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path}: cannot {verb} it: there is no such file or folder.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot {verb} it: {exception.Message}", exception);
        }
    }
}
