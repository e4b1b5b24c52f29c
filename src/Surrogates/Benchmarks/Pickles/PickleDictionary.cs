namespace Surrogates.Benchmarks.Pickles;

/// <summary>
/// A Python dictionary whose keys are text: its pairs in the order of the file. A key that is set again keeps both
/// pairs, and the later one counts.
/// </summary>
internal sealed class PickleDictionary : PickleObject
{
    private const int BytesPerPair = 24;
    private const int BytesPerDictionary = 80;

    private readonly PickleBudget _budget;
    private string[] _keys = [];
    private PickleValue[] _values = [];

    public PickleDictionary(PickleBudget budget)
        : base(PickleKind.Dictionary)
    {
        _budget = budget;
        budget.Charge(BytesPerDictionary);
    }

    public int Count { get; private set; }

    public ReadOnlySpan<string> Keys => _keys.AsSpan(0, Count);

    public ReadOnlySpan<PickleValue> Values => _values.AsSpan(0, Count);

    /// <summary>The value of a key, or null. Takes the time to look at each pair: for small dictionaries.</summary>
    public PickleValue? Find(string key)
    {
        var index = Keys.LastIndexOf(key);
        return index < 0 ? null : _values[index];
    }

    /// <summary>Makes room, all at once, for so many more pairs.</summary>
    public void Reserve(int count)
    {
        if (Count + count > _keys.Length)
        {
            var capacity = Count == 0 ? count : Math.Max(Count + count, Count * 2);
            // While the pairs are copied, both places exist.
            _budget.Charge((long)BytesPerPair * capacity);
            _budget.Release((long)BytesPerPair * _keys.Length);
            Array.Resize(ref _keys, capacity);
            Array.Resize(ref _values, capacity);
        }
    }

    public void Add(string key, PickleValue value)
    {
        Reserve(1);
        (_keys[Count], _values[Count]) = (key, value);
        Count++;
    }
}
