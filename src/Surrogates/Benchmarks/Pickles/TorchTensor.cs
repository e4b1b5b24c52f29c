namespace Surrogates.Benchmarks.Pickles;

/// <summary>Numbers that PyTorch writes beside the pickle, under a key.</summary>
internal sealed class TorchStorage(string key, ElementType type) : PickleObject(PickleKind.Storage)
{
    public string Key { get; } = key;

    public ElementType Type { get; } = type;
}

/// <summary>A PyTorch tensor of at most one dimension: a view of a storage, filled when the storage has been found.</summary>
internal sealed class TorchTensor : PickleList
{
    private readonly long _first;
    private readonly long _stride;
    private readonly long _count;

    private TorchTensor(PickleContext context, TorchStorage storage, long first, long count, long stride)
        : base(context)
    {
        Storage = storage;
        (_first, _count, _stride) = (first, count, stride);
    }

    public TorchStorage Storage { get; }

    public override bool IsFixed => true;

    /// <summary>Whether the storage was found.</summary>
    public bool IsFilled { get; private set; }

    /// <summary>A tensor of these parts, as <c>torch._utils._rebuild_tensor_v2</c> takes them; null where they are none.</summary>
    public static TorchTensor? Create(PickleContext context, PickleValue storage, PickleValue first, PickleValue shape, PickleValue stride)
    {
        if (storage.As<TorchStorage>() is not { } found
            || first.Kind != PickleKind.Integer
            || CountOf(shape) is not { } count
            || stride.As<PickleTuple>() is not { } strides
            || strides.Items.Length != shape.As<PickleTuple>()!.Items.Length
            || (strides.Items.Length == 1 && strides.Items[0].Kind != PickleKind.Integer))
        {
            return null;
        }

        return new(context, found, first.Integer, count, strides.Items.Length == 0 ? 0 : strides.Items[0].Integer);
    }

    /// <summary>The items of a shape of at most one dimension; null where the value is no such shape.</summary>
    public static long? CountOf(PickleValue shape)
    {
        if (shape.As<PickleTuple>() is not { Items.Length: <= 1 } tuple)
        {
            return null;
        }

        return tuple.Items switch
        {
            [] => 1,
            [var size] when size.Kind == PickleKind.Integer && size.Integer is >= 0 and <= int.MaxValue => size.Integer,
            _ => null,
        };
    }

    /// <summary>Reads the numbers from the bytes of the storage; false where the view reaches out of them.</summary>
    public bool TryFill(ReadOnlySpan<byte> storage)
    {
        var length = storage.Length / Storage.Type.Size;
        // A view may name a number many times, but no benchmark does: so the file's size bounds the tensor's.
        if (IsFilled || _count > length || _first < 0 || _first > length || _stride < 0 || _stride > length
            || (_count > 0 && _first + ((_count - 1) * _stride) >= length))
        {
            return false;
        }

        var numbers = SetNumbers((int)_count);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Storage.Type.Read(storage[(int)((_first + (i * _stride)) * Storage.Type.Size)..]);
        }

        return IsFilled = true;
    }
}
