using System.Buffers.Binary;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>The bytes that hold pickles, and the file to name in messages about them.</summary>
internal sealed class PickleSource(string file, ReadOnlyMemory<byte> bytes)
{
    public string File { get; } = file;

    public ReadOnlySpan<byte> Bytes => bytes.Span;

    public int Length => bytes.Length;

    public BenchmarkFormatException Error(long offset, string message) => BenchmarkFormatException.AtByte(File, offset, message);

    public BenchmarkFormatException Truncated(long offset, string what) =>
        Error(offset, $"the file ends inside {what}; it is cut short or damaged, get it again.");

    /// <summary>A little-endian number of 8 bytes.</summary>
    public long ReadInt64(int offset) =>
        offset <= Length - sizeof(long)
            ? BinaryPrimitives.ReadInt64LittleEndian(Bytes[offset..])
            : throw Truncated(offset, "a length");
}
