using System.Buffers.Binary;
using System.IO.Compression;
using Surrogates.Tests;

namespace Surrogates.Training.Tests.Data;

/// <summary>Writes IDX files.</summary>
internal static class IdxWriter
{
    public static byte[] Images(int count, int height, int width, ReadOnlySpan<byte> pixels) =>
        Encode(0x803, [count, height, width], pixels);

    public static byte[] Labels(ReadOnlySpan<byte> labels) => Encode(0x801, [labels.Length], labels);

    public static byte[] Encode(int magic, int[] sizes, ReadOnlySpan<byte> content)
    {
        var header = new byte[4 * (1 + sizes.Length)];
        BinaryPrimitives.WriteInt32BigEndian(header, magic);
        for (var i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 * (i + 1)), sizes[i]);
        }

        return [.. header, .. content];
    }

    public static byte[] Compressed(byte[] content)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    /// <summary>Images whose every pixel is the position, and labels that go round; training and, where any, test files.</summary>
    public static void WriteDataset(TemporaryFolder folder, int train, int test, int classes = 3, int size = 2, bool compressed = false)
    {
        foreach (var (name, count) in new[] { ("train", train), ("t10k", test) })
        {
            if (count > 0)
            {
                byte[] pixels = [.. Enumerable.Range(0, count).SelectMany(item => Enumerable.Repeat((byte)item, size * size))];
                byte[] labels = [.. Enumerable.Range(0, count).Select(item => (byte)(item % classes))];
                Write($"{name}-images-idx3-ubyte", Images(count, size, size, pixels));
                Write($"{name}-labels-idx1-ubyte", Labels(labels));
            }
        }

        void Write(string name, byte[] content) =>
            File.WriteAllBytes(folder.File(compressed ? name + ".gz" : name), compressed ? Compressed(content) : content);
    }
}
