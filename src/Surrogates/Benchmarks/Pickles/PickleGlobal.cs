namespace Surrogates.Benchmarks.Pickles;

/// <summary>A call that a pickle asks for: a global of the list of those allowed, with its arguments.</summary>
internal readonly ref struct PickleCall(PickleContext context, string name, int offset, ReadOnlySpan<PickleValue> arguments)
{
    public PickleContext Context { get; } = context;

    public int Offset { get; } = offset;

    public ReadOnlySpan<PickleValue> Arguments { get; } = arguments;

    /// <summary>The exception for arguments other than those that NumPy, PyTorch and Python write.</summary>
    public BenchmarkFormatException Unexpected(string expected) =>
        Context.Source.Error(Offset, $"{name} with arguments that are not understood; expected {expected}.");
}

/// <summary>What a global of the list of those allowed means here: no code of Python is ever looked up or run.</summary>
internal sealed class PickleGlobal(string name, PickleGlobal.Function? function = null, ElementType? storageType = null)
    : PickleObject(PickleKind.Global)
{
    /// <summary>Builds the value that a call stands for.</summary>
    public delegate PickleValue Function(PickleCall call);

    /// <summary>The module and name, as Python writes them.</summary>
    public string Name { get; } = name;

    /// <summary>The type of the numbers, where the global is one of PyTorch's storages.</summary>
    public ElementType? StorageType { get; } = storageType;

    public PickleValue Call(PickleContext context, ReadOnlySpan<PickleValue> arguments, int offset) =>
        function is not null
            ? function(new(context, Name, offset, arguments))
            : throw context.Source.Error(offset, $"a call of {Name}, which is not to be called in a benchmark file.");
}
