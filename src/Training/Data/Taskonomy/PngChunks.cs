using System.Buffers.Binary;
using System.IO.Hashing;
using Surrogates.Training.Data.Decoding;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>The parts of a PNG file: each its length, its name of four letters, its bytes and their checksum.</summary>
internal static class PngChunks
{
    private const int NameBytes = 4;
    private const int FrameBytes = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>Reads the header of a file and the compressed pixels.</summary>
    /// <exception cref="InputException">It is no PNG, or is damaged.</exception>
    public static (PngHeader Header, MemoryStream Compressed) Read(string path)
    {
        var content = LabelFile.Read(path, PictureFile.MaximumFileBytes).AsSpan();
        if (!content.StartsWith(Signature))
        {
            var start = Convert.ToHexStringLower(content[..Math.Min(content.Length, Signature.Length)]);
            throw new InputException(
                $"{path}: it begins with the bytes {start}; PNG begins with {Convert.ToHexStringLower(Signature)}.");
        }

        PngHeader? header = null;
        var compressed = new MemoryStream();
        content = content[Signature.Length..];
        while (true)
        {
            var chunk = Next(path, ref content, out var name);
            if (header is null != name.SequenceEqual("IHDR"u8))
            {
                throw Damaged(path, header is null ? "it does not begin with its header" : "it has two headers");
            }

            if (header is null)
            {
                header = PngHeader.Parse(path, chunk);
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                compressed.Write(chunk);
            }
            else if (name.SequenceEqual("IEND"u8))
            {
                compressed.Position = 0;
                return (header.Value, compressed);
            }
            else if (char.IsAsciiLetterUpper((char)name[0]) && !name.SequenceEqual("PLTE"u8))
            {
                // What a small letter begins may be ignored: colours, times, texts.
                throw Damaged(path, $"a part {Convert.ToHexStringLower(name)} that is none of PNG");
            }
        }
    }

    public static InputException Damaged(string path, string how) =>
        new($"{path}: a damaged PNG: {how}; copy it again, or leave it out.");

    private static ReadOnlySpan<byte> Next(string path, ref Span<byte> content, out ReadOnlySpan<byte> name)
    {
        if (content.Length < FrameBytes || BinaryPrimitives.ReadUInt32BigEndian(content) > content.Length - FrameBytes)
        {
            throw Damaged(path, "it ends too early");
        }

        var length = (int)BinaryPrimitives.ReadUInt32BigEndian(content);
        var checkedBytes = content.Slice(NameBytes, NameBytes + length);
        name = checkedBytes[..NameBytes];
        if (Crc32.HashToUInt32(checkedBytes) != BinaryPrimitives.ReadUInt32BigEndian(content[(2 * NameBytes + length)..]))
        {
            throw Damaged(path, "a checksum is wrong");
        }

        content = content[(FrameBytes + length)..];
        return checkedBytes[NameBytes..];
    }
}
