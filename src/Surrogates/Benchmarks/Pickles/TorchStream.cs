namespace Surrogates.Benchmarks.Pickles;

/// <summary>
/// The stream that <c>torch.save</c> wrote before PyTorch 1.6: pickles of a magic number, a version, the system's
/// traits, the object and the keys of the storages, then each storage: its number of elements and their bytes.
/// </summary>
internal static class TorchStream
{
    private const long Version = 1001;

    // 0x1950a86a20f9469cfc6c, as protocols 2 and later write it, and as 0 and 1 do.
    private static ReadOnlySpan<byte> Magic => [0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

    private static ReadOnlySpan<byte> MagicText => "119547037146038801333356L"u8;

    public static bool IsRecognizedAsText(ReadOnlySpan<byte> start) => start is [(byte)'L', ..] && start[1..].StartsWith(MagicText);

    public static PickleValue Read(PickleSource source, PickleBudget budget, CancellationToken cancellationToken, out PickleContext context)
    {
        context = new(source, budget, cancellationToken);
        var position = 0;
        var first = PickleMachine.Read(context, ref position);
        if (first.Kind != PickleKind.LongInteger)
        {
            // A bare pickle, without torch.save around it, holds no tensors.
            return context.Tensors is [var tensor, ..] ? throw TorchFile.OutOfStorage(source.File, tensor) : first;
        }

        CheckHeader(context, first, ref position);
        var root = PickleMachine.Read(context, ref position);
        ReadStorages(context, position);
        return root;
    }

    private static void CheckHeader(PickleContext context, PickleValue magic, ref int position)
    {
        var source = context.Source;
        var bytes = source.Bytes.Slice(magic.Span.Start, magic.Span.Length);
        if (!bytes.SequenceEqual(Magic) && !bytes.SequenceEqual(MagicText))
        {
            throw source.Error(0, "a number that is not PyTorch's; a file of torch.save is expected.");
        }

        var versionOffset = position;
        var version = PickleMachine.Read(context, ref position);
        if (version.Kind != PickleKind.Integer || version.Integer != Version)
        {
            throw source.Error(versionOffset, $"a version of PyTorch's stream that is unknown; {Version} is expected.");
        }

        var systemOffset = position;
        var system = PickleMachine.Read(context, ref position).As<PickleDictionary>();
        if (system?.Find("little_endian") is not { Kind: PickleKind.Boolean, Boolean: true })
        {
            throw source.Error(systemOffset, "written on a machine that is not little-endian; save the file again on one that is.");
        }
    }

    private static void ReadStorages(PickleContext context, int position)
    {
        if (context.Tensors.Count == 0)
        {
            return;
        }

        var source = context.Source;
        var offset = position;
        var keys = PickleMachine.Read(context, ref position).As<PickleList>();
        if (keys is null || (keys.IsNumeric && keys.Count > 0))
        {
            throw source.Error(offset, "no list of the storages' keys; the file is damaged.");
        }

        var tensors = context.Tensors.ToLookup(tensor => tensor.Storage.Key);
        foreach (var item in keys.Items)
        {
            var key = context.Texts.Find(item) ?? throw source.Error(offset, "a storage's key that is not text; the file is damaged.");
            var count = source.ReadInt64(position);
            position += sizeof(long);
            var size = tensors[key].FirstOrDefault()?.Storage.Type.Size
                ?? throw source.Error(position, $"a storage {Quoted.Show(key)} that no tensor uses; the file is damaged.");
            if (count < 0 || count > (source.Length - position) / size)
            {
                throw source.Truncated(position, $"a storage of {count} numbers");
            }

            var bytes = source.Bytes.Slice(position, (int)count * size);
            foreach (var tensor in tensors[key])
            {
                Fill(source, tensor, bytes);
            }

            position += bytes.Length;
        }

        if (context.Tensors.Find(tensor => !tensor.IsFilled) is { } missing)
        {
            throw TorchFile.OutOfStorage(source.File, missing);
        }
    }

    private static void Fill(PickleSource source, TorchTensor tensor, ReadOnlySpan<byte> bytes)
    {
        if (!tensor.TryFill(bytes))
        {
            throw TorchFile.OutOfStorage(source.File, tensor);
        }
    }
}
