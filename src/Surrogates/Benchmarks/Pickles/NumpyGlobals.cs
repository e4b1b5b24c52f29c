namespace Surrogates.Benchmarks.Pickles;

/// <summary>Globals of NumPy 1 and 2 (which moved <c>numpy.core</c> to <c>numpy._core</c>).</summary>
internal static class NumpyGlobals
{
    public static IEnumerable<PickleGlobal> All =>
    [
        new("numpy.ndarray"),
        new("numpy.dtype", Type),
        new("numpy.core.multiarray.scalar", Scalar),
        new("numpy._core.multiarray.scalar", Scalar),
        new("numpy.core.multiarray._reconstruct", Reconstruct),
        new("numpy._core.multiarray._reconstruct", Reconstruct),
        new("numpy.core.numeric._frombuffer", FromBuffer),
        new("numpy._core.numeric._frombuffer", FromBuffer),
    ];

    private const int BytesPerType = 32;

    // numpy.dtype('f8', align, copy); the order of the bytes follows as the object's state.
    private static PickleValue Type(PickleCall call)
    {
        var code = call.Arguments.Length is >= 1 and <= 3 ? call.Context.Texts.Find(call.Arguments[0]) : null;
        if (code is null || ElementType.FromCode(code) is not { } type)
        {
            throw call.Unexpected("a type of real numbers, such as f8");
        }

        call.Context.Budget.Charge(BytesPerType);
        return PickleValue.Of(type, call.Offset);
    }

    private static PickleValue Scalar(PickleCall call)
    {
        if (call.Arguments is not [var first, var second]
            || first.As<ElementType>() is not { } type
            || !call.Context.Texts.TryGetBytes(second, type.Size, out var bytes))
        {
            throw call.Unexpected("a dtype and the bytes of a number");
        }

        return PickleValue.Of(type.Read(bytes));
    }

    // _reconstruct(numpy.ndarray, (0,), b'b'): an empty array whose state follows.
    private static PickleValue Reconstruct(PickleCall call) =>
        call.Arguments is [var type, _, _] && type.As<PickleGlobal>()?.Name == "numpy.ndarray"
            ? PickleValue.Of(new NumpyArray(call.Context), call.Offset)
            : throw call.Unexpected("numpy.ndarray, its shape and its type");

    // _frombuffer(bytes, dtype, shape, order), of protocol 5.
    private static PickleValue FromBuffer(PickleCall call)
    {
        var array = new NumpyArray(call.Context);
        return call.Arguments is [var bytes, var type, var shape, _] && array.TrySet(shape, type, bytes)
            ? PickleValue.Of(array, call.Offset)
            : throw call.Unexpected(NumpyArray.Expected);
    }
}
