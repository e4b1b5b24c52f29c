using System.Buffers.Binary;
using System.IO.Compression;
using Surrogates.Benchmarks;
using Surrogates.Training.Data.Decoding;

namespace Surrogates.Training.Data.Idx;

/// <summary>
/// A file of unsigned bytes in the IDX format of MNIST: a magic number, the sizes as big-endian numbers of 32 bits, then the bytes;
/// all of it perhaps compressed with gzip. The sizes decide how much is read, and the length of the file how much that can be.
/// </summary>
/// <remarks>LeCun, Cortes, Burges: "The MNIST database of handwritten digits", section "File formats for the MNIST database".</remarks>
internal sealed class IdxFile : IDisposable
{
    private const byte UnsignedByte = 0x08;

    // Deflate makes at most 258 bytes of 2 bits.
    private const long MaximumExpansion = 1032;

    private readonly Stream _file;
    private readonly Stream _content;
    private long _position;

    private IdxFile(string path, Stream file, Stream content)
    {
        Path = path;
        _file = file;
        _content = content;
    }

    public string Path { get; }

    /// <summary>The number of items: the first of the sizes.</summary>
    public int Count { get; private set; }

    /// <summary>The other sizes: none for labels, rows and columns for images.</summary>
    public int[] ItemSizes { get; private set; } = [];

    /// <summary>The bytes of an item.</summary>
    public int ItemBytes { get; private set; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dimensions">1 for labels, 3 for images.</param>
    /// <exception cref="InputException">It is not such a file.</exception>
    public static IdxFile Open(string path, int dimensions)
    {
        var file = UserFile.Open(path);
        IdxFile? idx = null;
        try
        {
            var isCompressed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
            file.Position = 0;
            idx = new(path, file, isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file);
            idx.ReadHeader(dimensions, isCompressed);
            return idx;
        }
        catch
        {
            (idx ?? (IDisposable)file).Dispose();
            throw;
        }
    }

    /// <summary>Reads the next bytes.</summary>
    /// <exception cref="InputException">The file ends before, or is damaged.</exception>
    public void Read(Span<byte> destination)
    {
        if (ReadUpTo(destination) is var count && count < destination.Length)
        {
            throw AtByte(_position + count, $"the file ends; its header promises {TotalBytes} bytes.");
        }

        _position += destination.Length;
    }

    /// <summary>Makes certain that all is read.</summary>
    /// <exception cref="InputException">More follows, or the checksum is wrong.</exception>
    public void RequireEnd()
    {
        if (ReadUpTo(stackalloc byte[1]) > 0)
        {
            throw AtByte(_position, $"more follows, where its header promises {TotalBytes} bytes.");
        }
    }

    public void Dispose()
    {
        _content.Dispose();
        _file.Dispose();
    }

    public InputException AtByte(long position, string message) => BenchmarkFormatException.AtByte(Path, position, message);

    private long TotalBytes => HeaderBytes + ((long)Count * ItemBytes);

    private int HeaderBytes => 4 * (ItemSizes.Length + 2);

    private void ReadHeader(int dimensions, bool isCompressed)
    {
        Span<byte> number = stackalloc byte[4];
        var expected = (uint)((UnsignedByte << 8) | dimensions);
        var count = ReadUpTo(number);
        var magic = BinaryPrimitives.ReadUInt32BigEndian(number);
        if (count < 4 || magic != expected)
        {
            throw AtByte(0, count < 4
                ? "the file ends before its magic number; an IDX file is expected."
                : $"the magic number is {magic:x8}; that of IDX {(dimensions == 1 ? "labels" : "images")} is {expected:x8}.");
        }

        _position = 4;
        var sizes = new int[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            ReadSize(number, i == 0 ? int.MaxValue : PictureFile.MaximumSide, out sizes[i]);
        }

        Count = sizes[0];
        ItemSizes = sizes[1..];
        var itemBytes = ItemSizes.Aggregate(1L, (product, size) => product * size);
        if (itemBytes > PictureFile.MaximumPixels)
        {
            throw AtByte(8, $"pictures of {string.Join(" × ", ItemSizes)} pixels; at most {PictureFile.MaximumPixels} are read.");
        }

        ItemBytes = (int)itemBytes;
        var possible = isCompressed ? _file.Length * MaximumExpansion : _file.Length;
        if (isCompressed ? TotalBytes > possible : TotalBytes != possible)
        {
            throw AtByte(4, $"the sizes {string.Join(" × ", sizes)} make {TotalBytes} bytes; the file "
                + (isCompressed ? $"of {_file.Length} bytes cannot hold them." : $"has {_file.Length}."));
        }
    }

    private void ReadSize(Span<byte> number, int maximum, out int size)
    {
        if (ReadUpTo(number) < 4)
        {
            throw AtByte(_position, "the file ends in its header.");
        }

        size = BinaryPrimitives.ReadInt32BigEndian(number);
        if (size < 1 || size > maximum)
        {
            throw AtByte(_position, $"a size of {size}; 1 to {maximum} is expected.");
        }

        _position += 4;
    }

    private int ReadUpTo(Span<byte> destination)
    {
        try
        {
            return _content.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException exception)
        {
            throw new InputException($"{Path}: the gzip data are damaged near byte {_file.Position}; copy the file again.", exception);
        }
        catch (IOException exception)
        {
            throw new InputException($"{Path}: cannot read it: {exception.Message}", exception);
        }
    }
}
