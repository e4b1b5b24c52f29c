using Surrogates.Benchmarks.Pickles;

namespace Surrogates.Benchmarks;

public sealed partial class TransNasBenchmark
{
    /// <summary>Whether a file's first bytes are those of a file that PyTorch wrote, as the official one is; a CSV table is none.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static bool IsBenchmarkFile(string path)
    {
        using var stream = InputFile.Open(path);
        return IsBenchmarkFile(stream);
    }

    /// <summary>
    /// Reads the official file, in the container of any version of PyTorch. Nothing in the file is executed: whatever
    /// else than numbers and names it asks for is refused.
    /// </summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="BenchmarkFormatException">The file's content is damaged, hostile, or not the benchmark's.</exception>
    public static TransNasBenchmark Load(string path)
    {
        using var stream = InputFile.Open(path);
        return Load(stream, path);
    }

    /// <summary>Reads the official file from a stream, from its position to its end.</summary>
    /// <param name="stream">The stream, which stays open.</param>
    /// <param name="name">The name for messages.</param>
    /// <exception cref="InputException">The stream cannot be read.</exception>
    /// <exception cref="BenchmarkFormatException">The content is damaged, hostile, or not the benchmark's.</exception>
    public static TransNasBenchmark Load(Stream stream, string name) => Load(InputFile.ReadToEnd(stream, name), name);

    /// <summary>Reads the content of the official file.</summary>
    /// <param name="content">The bytes of the file; they are not needed afterwards.</param>
    /// <param name="name">The name for messages.</param>
    /// <exception cref="BenchmarkFormatException">The content is damaged, hostile, or not the benchmark's.</exception>
    public static TransNasBenchmark Load(ReadOnlyMemory<byte> content, string name) => new(TransNasReader.Read(name, content));

    /// <summary>Whether a stream holds such a file; leaves it where it stands.</summary>
    internal static bool IsBenchmarkFile(Stream stream)
    {
        Span<byte> start = stackalloc byte[64];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        stream.Position -= start.Length;
        return TorchFile.IsRecognized(start);
    }
}
