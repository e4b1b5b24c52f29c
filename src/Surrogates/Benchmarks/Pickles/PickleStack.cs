namespace Surrogates.Benchmarks.Pickles;

/// <summary>The stack of a pickle, with its marks. What lies beneath the last mark cannot be reached.</summary>
internal sealed class PickleStack(PickleSource source)
{
    /// <summary>Python writes at most a thousand items at a time and a level; the rest is for wide tuples.</summary>
    private const int MaximumDepth = 1 << 20;

    private readonly List<int> _marks = [];
    private PickleValue[] _values = new PickleValue[64];
    private int _count;
    private int _floor;

    /// <summary>The byte of the opcode at work, for messages.</summary>
    public int Offset { get; set; }

    public void Push(PickleValue value)
    {
        if (_count == _values.Length)
        {
            CheckDepth(_count);
            Array.Resize(ref _values, _count * 2);
        }

        _values[_count++] = value;
    }

    public PickleValue Pop()
    {
        CheckNotEmpty();
        return _values[--_count];
    }

    public PickleValue Peek()
    {
        CheckNotEmpty();
        return _values[_count - 1];
    }

    public bool TryPeek(out PickleValue value)
    {
        value = _count == _floor ? default : _values[_count - 1];
        return _count != _floor;
    }

    public void PushMark()
    {
        CheckDepth(_marks.Count);
        _marks.Add(_count);
        _floor = _count;
    }

    /// <summary>Takes everything above the last mark; valid until the next push.</summary>
    public ReadOnlySpan<PickleValue> PopToMark()
    {
        if (_marks.Count == 0)
        {
            throw source.Error(Offset, "an opcode that needs a mark finds none on the stack; the file is damaged.");
        }

        var start = _marks[^1];
        _marks.RemoveAt(_marks.Count - 1);
        _floor = _marks.Count == 0 ? 0 : _marks[^1];
        var values = _values.AsSpan(start, _count - start);
        _count = start;
        return values;
    }

    /// <summary>Takes the topmost values; valid until the next push.</summary>
    public ReadOnlySpan<PickleValue> Pop(int count)
    {
        if (_count - _floor < count)
        {
            throw Underflow();
        }

        _count -= count;
        return _values.AsSpan(_count, count);
    }

    private void CheckNotEmpty()
    {
        if (_count == _floor)
        {
            throw Underflow();
        }
    }

    private BenchmarkFormatException Underflow() =>
        source.Error(Offset, "an opcode needs more values than the stack holds; the file is damaged.");

    private void CheckDepth(int depth)
    {
        if (depth >= MaximumDepth)
        {
            throw source.Error(Offset, $"more than {MaximumDepth} values are nested; a benchmark file nests a few.");
        }
    }
}
