using Surrogates.Benchmarks;

namespace Surrogates;

/// <summary>Files that the caller names: what the file system refuses is reported as bad input.</summary>
internal static class UserFile
{
    /// <summary>Opens a file at its beginning. What can be read only once, such as a pipe, is read into memory.</summary>
    public static Stream Open(string path) =>
        Try<Stream>(path, "read", () =>
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            if (file.CanSeek)
            {
                return file;
            }

            using (file)
            {
                var content = new MemoryStream();
                file.CopyTo(content);
                content.Position = 0;
                return content;
            }
        });

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
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new InputException($"there is no file to {verb}: its name is empty.");
        }

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
