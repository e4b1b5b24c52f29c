namespace Surrogates.Benchmarks.Pickles;

/// <summary>A NumPy array of real numbers, of at most one dimension.</summary>
internal sealed class NumpyArray(PickleContext context) : PickleList(context)
{
    public const string Expected = "an array of real numbers of at most one dimension";

    private readonly PickleContext _context = context;
    private bool _isSet;

    public override bool IsFixed => true;

    /// <summary>Takes the state of the array: (version, shape, dtype, whether Fortran's order, bytes).</summary>
    public bool TryBuild(ReadOnlySpan<PickleValue> state) =>
        state is [_, var shape, var type, _, var bytes] && TrySet(shape, type, bytes);

    /// <summary>Sets the numbers; false where the values do not describe such an array.</summary>
    public bool TrySet(PickleValue shape, PickleValue type, PickleValue bytes)
    {
        if (_isSet
            || TorchTensor.CountOf(shape) is not { } count
            || type.As<ElementType>() is not { } element
            || !_context.Texts.TryGetBytes(bytes, count * element.Size, out var content))
        {
            return false;
        }

        var numbers = SetNumbers((int)count);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = element.Read(content[(i * element.Size)..]);
        }

        return _isSet = true;
    }
}
