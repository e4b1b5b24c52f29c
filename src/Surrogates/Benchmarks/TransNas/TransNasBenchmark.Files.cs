using Surrogates.Benchmarks.Pickles;

namespace Surrogates.Benchmarks;

public sealed partial class TransNasBenchmark
{
    /// <summary>
    /// Whether a file begins as the official one does, so that <see cref="Load(string, CancellationToken)"/> is the way to
    /// read it; a CSV table does not.
    /// </summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static bool IsRecognized(string path)
    {
        using var stream = UserFile.Open(path);
        return IsRecognized(stream);
    }

    /// <summary>
    /// Reads the official file, in the container of any version of PyTorch. Nothing in the file is executed: whatever
    /// else than numbers and names it asks for is refused.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="BenchmarkFormatException">The file's content is damaged, hostile, or not the benchmark's.</exception>
    public static TransNasBenchmark Load(string path, CancellationToken cancellationToken = default)
    {
        using var stream = UserFile.Open(path);
        return Load(stream, path, cancellationToken);
    }

    /// <summary>Reads the official file from a stream, from its position to its end.</summary>
    /// <param name="stream">The stream, which stays open.</param>
    /// <param name="name">The name for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InputException">The stream cannot be read.</exception>
    /// <exception cref="BenchmarkFormatException">The content is damaged, hostile, or not the benchmark's.</exception>
    public static TransNasBenchmark Load(Stream stream, string name, CancellationToken cancellationToken = default) =>
        Load(UserFile.ReadToEnd(stream, name), name, cancellationToken);

    /// <summary>Reads the content of the official file.</summary>
    /// <param name="content">The bytes of the file; they are not needed afterwards.</param>
    /// <param name="name">The name for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BenchmarkFormatException">The content is damaged, hostile, or not the benchmark's.</exception>
    public static TransNasBenchmark Load(ReadOnlyMemory<byte> content, string name, CancellationToken cancellationToken = default) =>
        new(TransNasReader.Read(name, content, cancellationToken));

    /// <summary>Whether what follows in the stream begins as the official file does; leaves the stream where it was.</summary>
    internal static bool IsRecognized(Stream stream)
    {
        Span<byte> start = stackalloc byte[64];
        var position = stream.Position;
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        stream.Position = position;
        return TorchFile.IsRecognized(start);
    }
}
