namespace Surrogates.Benchmarks.Pickles;

/// <summary>A Python tuple.</summary>
/// <remarks>
/// Nearly all tuples of a file are arguments of a call and gone after it, so their memory is given back to the budget
/// then, unless another reference to the tuple exists.
/// </remarks>
internal sealed class PickleTuple : PickleObject
{
    private const int BytesPerTuple = 56;
    private const int BytesPerItem = 16;

    private readonly PickleValue[] _items;
    private bool _isShared;

    public PickleTuple(ReadOnlySpan<PickleValue> items, PickleBudget budget)
        : base(PickleKind.Tuple)
    {
        budget.Charge(Size(items.Length));
        _items = items.ToArray();
    }

    public ReadOnlySpan<PickleValue> Items => _items;

    /// <summary>Says that a second reference to the tuple exists.</summary>
    public void Share() => _isShared = true;

    /// <summary>Says that the reference to the tuple is gone.</summary>
    public void Release(PickleBudget budget)
    {
        if (!_isShared)
        {
            // Shared from here on, so that nothing is ever given back twice.
            _isShared = true;
            budget.Release(Size(_items.Length));
        }
    }

    private static long Size(int count) => BytesPerTuple + ((long)BytesPerItem * count);
}
