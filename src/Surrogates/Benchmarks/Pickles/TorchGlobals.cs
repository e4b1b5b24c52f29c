namespace Surrogates.Benchmarks.Pickles;

/// <summary>Globals of PyTorch.</summary>
internal static class TorchGlobals
{
    public static IEnumerable<PickleGlobal> All =>
    [
        new("torch._utils._rebuild_tensor_v2", RebuildTensor),
        Storage("Double", "f8"),
        Storage("Float", "f4"),
        Storage("Half", "f2"),
        Storage("BFloat16", "B2"),
        Storage("Long", "i8"),
        Storage("Int", "i4"),
        Storage("Short", "i2"),
        Storage("Char", "i1"),
        Storage("Byte", "u1"),
        Storage("Bool", "b1"),
    ];

    private const int BytesPerTensor = 160;

    /// <summary>The storage of a persistent identifier: ('storage', type, key, location, count), and a view in old files.</summary>
    public static PickleValue LoadStorage(PickleContext context, PickleValue identifier, int offset)
    {
        var parts = identifier.As<PickleTuple>() is { Items.Length: 5 or 6 } tuple ? tuple.Items : default;
        if (parts.Length == 0
            || context.Texts.Find(parts[0]) != "storage"
            || parts[1].As<PickleGlobal>()?.StorageType is not { } type
            || context.Texts.Find(parts[2]) is not { } key
            || (parts.Length == 6 && parts[5].Kind != PickleKind.None))
        {
            throw context.Source.Error(offset, "a persistent identifier that is not one of a PyTorch storage; the file is damaged.");
        }

        context.Budget.Charge(BytesPerTensor);
        return PickleValue.Of(new TorchStorage(key, type), offset);
    }

    private static PickleGlobal Storage(string name, string code) =>
        new($"torch.{name}Storage", storageType: ElementType.FromCode(code));

    // (storage, offset, shape, stride, requires_grad, hooks), and metadata in new files.
    private static PickleValue RebuildTensor(PickleCall call)
    {
        if (call.Arguments is not [var storage, var first, var shape, var stride, _, _, ..]
            || TorchTensor.Create(call.Context, storage, first, shape, stride) is not { } tensor)
        {
            throw call.Unexpected("a tensor of real numbers of at most one dimension");
        }

        call.Context.Tensors.Add(tensor);
        return PickleValue.Of(tensor, call.Offset);
    }
}
