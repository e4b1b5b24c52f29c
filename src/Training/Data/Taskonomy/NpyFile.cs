using System.Buffers.Binary;
using Surrogates.Benchmarks;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// Reads the numbers of a NumPy <c>.npy</c> file: one row of little-endian floats of 4 or 8 bytes, of the shape (N,) or (1, N). It is
/// read as data: objects, which would be a program to run, are refused like all else.
/// </summary>
internal static class NpyFile
{
    /// <summary>The most bytes that a file has.</summary>
    public const int MaximumBytes = 1 << 20;

    private const int VersionOffset = 6;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It is not such a file, is damaged, or a number is not finite.</exception>
    public static double[] Read(string path)
    {
        var content = LabelFile.Read(path, MaximumBytes);
        var (header, dataOffset) = ReadHeader(path, content);
        var size = header.ElementBytes;
        var expected = (long)dataOffset + ((long)header.Count * size);
        if (content.Length != expected)
        {
            throw Error(
                path,
                Math.Min(content.Length, expected),
                content.Length < expected
                    ? $"the file ends; its header promises {header.Count} numbers, {expected} bytes in all."
                    : $"more follows, where its header promises {expected} bytes.");
        }

        var numbers = new double[header.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var offset = dataOffset + (i * size);
            numbers[i] = size == sizeof(float)
                ? BinaryPrimitives.ReadSingleLittleEndian(content.AsSpan(offset))
                : BinaryPrimitives.ReadDoubleLittleEndian(content.AsSpan(offset));
            if (!double.IsFinite(numbers[i]))
            {
                throw Error(path, offset, $"number {i} is {numbers[i]}; a finite one is expected.");
            }
        }

        return numbers;
    }

    public static InputException Error(string path, long offset, string message) =>
        BenchmarkFormatException.AtByte(path, offset, message);

    private static (NpyHeader Header, int DataOffset) ReadHeader(string path, ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Magic))
        {
            var start = content[..Math.Min(content.Length, Magic.Length)];
            throw Error(
                path, 0, $"the file begins with the bytes {Convert.ToHexStringLower(start)}; .npy begins with 934e554d5059.");
        }

        var lengthOffset = VersionOffset + 2;
        var version = content.Length > VersionOffset ? content[VersionOffset] : 0;
        var lengthBytes = version == 1 ? sizeof(ushort) : sizeof(uint);
        if (content.Length < lengthOffset + lengthBytes)
        {
            throw Error(path, content.Length, "the file ends before its header.");
        }

        if (version is < 1 or > 3 || content[VersionOffset + 1] != 0)
        {
            throw Error(path, VersionOffset, $"format {version}.{content[VersionOffset + 1]}; 1.0, 2.0 and 3.0 are read.");
        }

        var length = version == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(content[lengthOffset..])
            : BinaryPrimitives.ReadUInt32LittleEndian(content[lengthOffset..]);
        var textOffset = lengthOffset + lengthBytes;
        if (length > content.Length - textOffset)
        {
            throw Error(path, lengthOffset, $"a header of {length} bytes; the file has {content.Length - textOffset} more.");
        }

        return (NpyHeader.Parse(path, textOffset, content.Slice(textOffset, (int)length)), textOffset + (int)length);
    }
}
