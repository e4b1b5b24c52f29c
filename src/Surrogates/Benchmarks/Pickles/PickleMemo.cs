using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>
/// The values that a pickle refers back to. Picklers memoize nearly everything and read little of it back, so the
/// pickle is scanned once beforehand, and only what is read is kept.
/// </summary>
internal sealed class PickleMemo
{
    private const int BytesPerEntry = 64;

    private readonly PickleSource _source;
    private readonly PickleBudget _budget;
    private readonly Dictionary<int, PickleValue> _values = [];
    private ulong[] _isRead = new ulong[64];
    private int _memoized;

    /// <summary>Scans the pickle that begins at <paramref name="start"/>, to its end.</summary>
    public PickleMemo(PickleSource source, int start, PickleBudget budget)
    {
        (_source, _budget) = (source, budget);
        Scan(new(source, start));
    }

    /// <summary>Stores at the index that the token names, or at the next one for <see cref="PickleOpcode.Memoize"/>.</summary>
    public void Put(ref PickleTokenizer tokens, PickleValue value)
    {
        var index = tokens.Opcode == PickleOpcode.Memoize ? _memoized++ : IndexOf(ref tokens);
        if (IsRead(index))
        {
            if (!_values.ContainsKey(index))
            {
                _budget.Charge(BytesPerEntry);
            }

            value.As<PickleTuple>()?.Share();
            _values[index] = value;
        }
    }

    public PickleValue Get(ref PickleTokenizer tokens)
    {
        var index = IndexOf(ref tokens);
        return _values.TryGetValue(index, out var value)
            ? value
            : throw _source.Error(tokens.Offset, $"a reference to the memo's entry {index}, which nothing has filled; the file is damaged.");
    }

    // Optimized from the first call on: it is called once, and goes through the whole file.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scan(PickleTokenizer tokens)
    {
        do
        {
            tokens.Next();
            if (tokens.Opcode is PickleOpcode.Get1 or PickleOpcode.Get4 or PickleOpcode.GetLine)
            {
                MarkRead(IndexOf(ref tokens));
            }
            else if (tokens.Opcode == PickleOpcode.Mark)
            {
                tokens.TakeFloatsUpToAppends();
            }
        }
        while (tokens.Opcode != PickleOpcode.Stop);
    }

    private bool IsRead(int index) => index / 64 < _isRead.Length && (_isRead[index / 64] & (1UL << (index % 64))) != 0;

    private void MarkRead(int index)
    {
        if (index / 64 >= _isRead.Length)
        {
            var length = Math.Max((index / 64) + 1, _isRead.Length * 2);
            _budget.Charge((length - _isRead.Length) * sizeof(ulong));
            Array.Resize(ref _isRead, length);
        }

        _isRead[index / 64] |= 1UL << (index % 64);
    }

    private int IndexOf(ref PickleTokenizer tokens)
    {
        var argument = tokens.Bytes(tokens.Argument);
        var index = tokens.Opcode switch
        {
            PickleOpcode.Get1 or PickleOpcode.Put1 => (long)argument[0],
            PickleOpcode.Get4 or PickleOpcode.Put4 => BitConverter.ToUInt32(argument),
            _ => Utf8Parser.TryParse(argument, out int number, out var read) && read == argument.Length ? number : -1,
        };
        // An entry takes at least a byte to fill.
        return index >= 0 && index < _source.Length
            ? (int)index
            : throw _source.Error(tokens.Offset, "an index into the memo that no file of this size needs; the file is damaged.");
    }
}
