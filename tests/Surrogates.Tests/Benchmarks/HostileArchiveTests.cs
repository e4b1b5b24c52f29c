using System.Buffers.Binary;
using System.IO.Compression;
using Surrogates.Benchmarks;

namespace Surrogates.Tests.Benchmarks;

/// <summary>Zip archives that are not those of <c>torch.save</c>, or lie.</summary>
public class HostileArchiveTests
{
    private static readonly byte[] Pickle = PickleWriter.Pickle(SmallDatabase.WithCurve(new object[] { 1.0, 2.0 }));

    [Fact]
    public void Archive_of_another_program_is_read()
    {
        var benchmark = TransNasBenchmark.Load(Archive(("any/name/data.pkl", Pickle), ("any/name/version", "3\n"u8.ToArray())), "x.pth");
        Assert.Equal([1, 2], benchmark.Curve(SmallDatabase.Architecture, "jigsaw", "valid_top1").ToArray());
    }

    [Fact]
    public void Archive_without_a_pickle_is_refused() =>
        AssertRefused(Archive(("readme.txt", Pickle)), "a zip archive without data.pkl; a file of torch.save is expected.");

    [Fact]
    public void Archive_of_a_big_endian_machine_is_refused() =>
        AssertRefused(
            Archive(("a/data.pkl", Pickle), ("a/byteorder", "big"u8.ToArray())),
            "written on a machine that is not little-endian");

    [Fact]
    public void Compressed_zeros_are_refused_before_they_are_unpacked() =>
        AssertRefused(Archive(("a/data.pkl", new byte[100 << 20])), "needs more than 66 MB of memory");

    [Fact]
    public void Announced_size_is_not_believed()
    {
        var archive = Archive(("a/data.pkl", new byte[1 << 20]));
        SetAnnouncedSize(archive, 100);
        AssertRefused(archive, "x.pth");
        SetAnnouncedSize(archive, 2 << 20);
        AssertRefused(archive, "the zip archive cannot be read");
    }

    [Fact]
    public void Flipped_bit_in_a_number_is_noticed()
    {
        var archive = Fixture.Bytes("zip-lists");
        archive[8_000] ^= 1;
        AssertRefused(archive, "the checksum of 'archive/data.pkl' is another than its content's");
    }

    [Fact]
    public void Very_many_entries_are_refused()
    {
        var entries = Enumerable.Repeat("PK\x01\x02"u8.ToArray(), 400_000).SelectMany(bytes => bytes);
        byte[] archive = [.. Archive(("a/data.pkl", Pickle)), .. entries];
        AssertRefused(archive, "needs more than 68 MB of memory");
    }

    [Fact]
    public void Offsets_count_within_the_entry_that_is_named() =>
        AssertRefused(
            Archive(("a/data.pkl", "cos\nsystem\n."u8.ToArray())),
            "x.pth (a/data.pkl): byte 0: the global 'os.system' is refused");

    [Theory]
    [InlineData("zip-scalars-protocol4")]
    [InlineData("zip-arrays-protocol5")]
    [InlineData("legacy-protocol4")]
    [InlineData("legacy-tensors")]
    public void File_cut_short_anywhere_is_refused(string fixture)
    {
        var content = Fixture.Bytes(fixture);
        // Behind the pickle of the legacy stream without tensors stands an empty list of keys, which is not needed.
        var end = fixture == "legacy-protocol4" ? content.Length - 10 : content.Length;
        for (var length = 0; length < end; length += 1 + (content.Length / 500))
        {
            Assert.ThrowsAny<InputException>(() => TransNasBenchmark.Load(content.AsMemory(0, length), "x.pth"));
        }
    }

    private static byte[] Archive(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static void SetAnnouncedSize(byte[] archive, uint size)
    {
        const int OffsetOfSize = 24;
        var directory = archive.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(directory + OffsetOfSize), size);
    }

    private static void AssertRefused(byte[] content, string message)
    {
        var exception = Assert.ThrowsAny<InputException>(() => TransNasBenchmark.Load(content, "x.pth"));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }
}
