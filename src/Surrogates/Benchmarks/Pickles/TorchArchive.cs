using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>The zip archive that <c>torch.save</c> writes: <c>NAME/data.pkl</c> and the storages <c>NAME/data/KEY</c>.</summary>
internal static class TorchArchive
{
    private const string PickleName = "data.pkl";

    private const int BytesPerEntry = 400;

    public static bool IsRecognized(ReadOnlySpan<byte> start) => start.StartsWith("PK\x03\x04"u8);

    public static PickleValue Read(
        string file, ReadOnlyMemory<byte> content, PickleBudget budget, CancellationToken cancellationToken, out PickleContext context)
    {
        // ZipArchive makes an object of each entry before it checks how many were announced.
        budget.Charge((long)BytesPerEntry * content.Span.Count("PK\x01\x02"u8));
        using var archive = Guard(file, () => new ZipArchive(OpenStream(content), ZipArchiveMode.Read));
        var entries = Guard(file, () => archive.Entries);
        var pickle = entries.FirstOrDefault(entry => entry.Name == PickleName)
            ?? throw new BenchmarkFormatException($"{file}: a zip archive without {PickleName}; a file of torch.save is expected.");
        var folder = pickle.FullName[..^PickleName.Length];
        CheckByteOrder(file, archive.GetEntry($"{folder}byteorder"), budget);

        context = new(new($"{file} ({pickle.FullName})", Extract(file, pickle, budget)), budget, cancellationToken);
        var position = 0;
        var root = PickleMachine.Read(context, ref position);
        foreach (var tensors in context.Tensors.GroupBy(tensor => tensor.Storage.Key))
        {
            var name = $"{folder}data/{tensors.Key}";
            var entry = archive.GetEntry(name)
                ?? throw new BenchmarkFormatException($"{file}: no entry {Quoted.Show(name)}; the archive is damaged.");
            var bytes = Extract(file, entry, budget);
            foreach (var tensor in tensors)
            {
                if (!tensor.TryFill(bytes))
                {
                    throw TorchFile.OutOfStorage(file, tensor);
                }
            }
        }

        return root;
    }

    private static void CheckByteOrder(string file, ZipArchiveEntry? entry, PickleBudget budget)
    {
        if (entry is not null && !Extract(file, entry, budget).AsSpan().SequenceEqual("little"u8))
        {
            throw new BenchmarkFormatException($"{file}: written on a machine that is not little-endian; save it again on one that is.");
        }
    }

    private static byte[] Extract(string file, ZipArchiveEntry entry, PickleBudget budget) => Guard(file, () =>
    {
        // The announced size may lie: it is charged before it is believed, and no byte beyond it is read.
        budget.Charge(entry.Length);
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        // ZipArchive leaves this to its callers, and a flipped bit in a number would go unnoticed.
        return Crc32.HashToUInt32(bytes) == entry.Crc32
            ? bytes
            : throw new InvalidDataException($"the checksum of {Quoted.Show(entry.FullName)} is another than its content's");
    });

    private static MemoryStream OpenStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment)
            ? new(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new(content.ToArray(), writable: false);

    // The exceptions with which System.IO.Compression and its streams meet damaged archives.
    private static T Guard<T>(string file, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException
            or ArgumentException or OverflowException or OutOfMemoryException)
        {
            throw new BenchmarkFormatException(
                $"{file}: the zip archive cannot be read ({exception.Message}); get the file again.", exception);
        }
    }
}
