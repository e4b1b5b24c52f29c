using System.Buffers.Binary;
using System.IO.Compression;

namespace Surrogates.Training.Data;

/// <summary>An IDX file of bytes, compressed or not.</summary>
/// <remarks>
/// The format: two zero bytes, the type (8 is unsigned bytes), the number of dimensions, each dimension as a big-endian 32-bit number, the
/// values. LeCun, Cortes, Burges: "The MNIST database of handwritten digits", 1998.
/// </remarks>
internal sealed class IdxFile
{
    private const int UnsignedBytes = 8;
    private const int MostBytes = 2_000_000_000;

    private readonly byte[] _bytes;

    private IdxFile(string name, int[] sizes, byte[] bytes) => (Name, Sizes, _bytes) = (name, sizes, bytes);

    /// <summary>The file's name, without its folder.</summary>
    public string Name { get; }

    /// <summary>The dimensions.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>Items.</summary>
    public int Count => Sizes[0];

    /// <summary>Rows of an item.</summary>
    public int Height => Sizes[1];

    /// <summary>Columns of an item.</summary>
    public int Width => Sizes[2];

    /// <summary>The values.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; compressed where its name ends in .gz.</param>
    /// <param name="dimensions">How many dimensions are expected.</param>
    /// <exception cref="InputException">The file is of another kind, damaged, or not as long as it says.</exception>
    public static IdxFile Read(string path, int dimensions)
    {
        using var file = UserFile.Open(path);
        using var stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        try
        {
            return Read(stream, path, dimensions);
        }
        catch (InvalidDataException exception)
        {
            throw new InputException($"{path}: the file is not compressed with gzip, or damaged: {exception.Message}", exception);
        }
        catch (EndOfStreamException exception)
        {
            throw new InputException($"{path}: the file ends before its values do.", exception);
        }
        catch (IOException exception)
        {
            throw new InputException($"{path}: cannot read it: {exception.Message}", exception);
        }
    }

    private static IdxFile Read(Stream stream, string path, int dimensions)
    {
        var header = new byte[4 * (dimensions + 1)];
        stream.ReadExactly(header.AsSpan(0, 4));
        if (header[0] != 0 || header[1] != 0 || header[2] != UnsignedBytes || header[3] != dimensions)
        {
            throw new InputException(
                $"{path}: byte 0: the magic number is 0x{Convert.ToHexString(header.AsSpan(0, 4))}; expected 0x0000080{dimensions}, an IDX file of bytes with {dimensions} dimensions.");
        }

        stream.ReadExactly(header.AsSpan(4));
        var sizes = Enumerable.Range(1, dimensions).Select(i => BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4 * i))).ToArray();
        var length = sizes.Aggregate((decimal)1, (product, size) => product * size);
        if (sizes.Any(size => size < 1) || length > MostBytes)
        {
            throw new InputException($"{path}: byte 4: sizes of {string.Join("×", sizes)}; at least 1 each, and at most {MostBytes} values in all, are read.");
        }

        // In pieces, so that a header alone cannot ask for memory that the file does not fill.
        using var values = new MemoryStream();
        var piece = new byte[1 << 20];
        for (var left = (long)length; left > 0;)
        {
            var read = stream.Read(piece, 0, (int)Math.Min(left, piece.Length));
            if (read == 0)
            {
                throw new InputException($"{path}: the file ends after {values.Length} values; its header announces {length}.");
            }

            values.Write(piece, 0, read);
            left -= read;
        }

        return stream.ReadByte() < 0
            ? new IdxFile(Path.GetFileName(path), sizes, values.ToArray())
            : throw new InputException($"{path}: there is more after the {length} values that its header announces.");
    }
}
