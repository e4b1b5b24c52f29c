using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>
/// The values that a pickle refers back to. Picklers memoize nearly everything and read little of it back, so the
/// pickle is scanned once beforehand, and only what is read is kept.
/// </summary>
/// <remarks>
/// A place is found by counting the bits before it, not by hashing: a file cannot choose its indices so that they collide.
/// </remarks>
internal sealed class PickleMemo
{
    private const int BytesPerValue = 16;
    private const int BytesPerWord = (2 * sizeof(ulong)) + sizeof(int);

    private readonly PickleSource _source;
    private readonly PickleBudget _budget;

    // One bit an index; and the number of read indices before those of each word.
    private ulong[] _isRead = new ulong[64];
    private readonly ulong[] _isFilled;
    private readonly int[] _readBefore;
    private readonly PickleValue[] _values;
    private int _memoized;

    /// <summary>Scans the pickle that begins at <paramref name="start"/>, to its end.</summary>
    public PickleMemo(PickleSource source, int start, PickleBudget budget)
    {
        (_source, _budget) = (source, budget);
        Scan(new(source, start));

        _isFilled = new ulong[_isRead.Length];
        _readBefore = new int[_isRead.Length];
        var count = 0;
        for (var word = 0; word < _isRead.Length; word++)
        {
            _readBefore[word] = count;
            count += BitOperations.PopCount(_isRead[word]);
        }

        budget.Charge((long)count * BytesPerValue);
        _values = new PickleValue[count];
    }

    /// <summary>Stores at the index that the token names, or at the next one for <see cref="PickleOpcode.Memoize"/>.</summary>
    public void Put(ref PickleTokenizer tokens, PickleValue value)
    {
        var index = tokens.Opcode == PickleOpcode.Memoize ? _memoized++ : IndexOf(ref tokens);
        var (word, bit) = Locate(index);
        if (word < _isRead.Length && (_isRead[word] & bit) != 0)
        {
            value.As<PickleTuple>()?.Share();
            _isFilled[word] |= bit;
            _values[PlaceOf(word, bit)] = value;
        }
    }

    public PickleValue Get(ref PickleTokenizer tokens)
    {
        var index = IndexOf(ref tokens);
        var (word, bit) = Locate(index);
        return (_isFilled[word] & bit) != 0
            ? _values[PlaceOf(word, bit)]
            : throw _source.Error(
                tokens.Offset, $"a reference to the memo's entry {index}, which nothing has filled; the file is damaged.");
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

    private void MarkRead(int index)
    {
        var (word, bit) = Locate(index);
        if (word >= _isRead.Length)
        {
            var length = Math.Max(word + 1, _isRead.Length * 2);
            _budget.Charge((long)(length - _isRead.Length) * BytesPerWord);
            Array.Resize(ref _isRead, length);
        }

        _isRead[word] |= bit;
    }

    private static (int Word, ulong Bit) Locate(int index) => (index / 64, 1UL << (index % 64));

    private int PlaceOf(int word, ulong bit) => _readBefore[word] + BitOperations.PopCount(_isRead[word] & (bit - 1));

    private int IndexOf(ref PickleTokenizer tokens)
    {
        var argument = tokens.Bytes(tokens.Argument);
        var index = tokens.Opcode switch
        {
            PickleOpcode.Get1 or PickleOpcode.Put1 => (long)argument[0],
            PickleOpcode.Get4 or PickleOpcode.Put4 => BinaryPrimitives.ReadUInt32LittleEndian(argument),
            _ => Utf8Parser.TryParse(argument, out int number, out var read) && read == argument.Length ? number : -1,
        };
        // An entry takes at least a byte to fill.
        return index >= 0 && index < _source.Length
            ? (int)index
            : throw _source.Error(tokens.Offset, "an index into the memo that no file of this size needs; the file is damaged.");
    }
}
