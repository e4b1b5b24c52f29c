using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>A Python list, or an array of numbers. One that holds only numbers, as nearly all do, holds them compactly.</summary>
internal class PickleList : PickleObject
{
    private const int BytesPerList = 64;
    private const int BytesPerItem = 16;

    private readonly PickleContext _context;
    private Memory<double> _numbers;
    private PickleValue[]? _items;

    public PickleList(PickleContext context)
        : base(PickleKind.List)
    {
        _context = context;
        context.Budget.Charge(BytesPerList);
    }

    public int Count { get; private set; }

    /// <summary>Whether the list is an array or a tensor, to which nothing can be appended.</summary>
    public virtual bool IsFixed => false;

    /// <summary>Whether every item is a number.</summary>
    public bool IsNumeric => _items is null;

    /// <summary>The items of a numeric list.</summary>
    public ReadOnlyMemory<double> Numbers => _numbers[..Count];

    /// <summary>The items of a list that is not numeric.</summary>
    public ReadOnlySpan<PickleValue> Items => _items.AsSpan(0, Count);

    /// <summary>Appends numbers that stand in the file, each as an opcode and a big-endian double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AppendFloats(ReadOnlySpan<byte> floats)
    {
        const int Size = 1 + sizeof(double);
        var room = ReserveNumbers(floats.Length / Size);
        if (!IsNumeric)
        {
            for (; floats.Length > 0; floats = floats[Size..])
            {
                Append(PickleValue.Of(BinaryPrimitives.ReadDoubleBigEndian(floats[1..])));
            }

            return;
        }

        for (var i = 0; i < room.Length; i++)
        {
            room[i] = BinaryPrimitives.ReadDoubleBigEndian(floats.Slice((Size * i) + 1, sizeof(double)));
        }

        Count += room.Length;
    }

    public void Append(ReadOnlySpan<PickleValue> values)
    {
        if (values.Length > 0 && values[0].IsNumber)
        {
            ReserveNumbers(values.Length);
        }

        foreach (var value in values)
        {
            Append(value);
        }
    }

    public void Append(PickleValue value)
    {
        if (IsNumeric && value.IsNumber)
        {
            ReserveNumbers(1)[0] = value.Number;
        }
        else
        {
            ReserveItem()[Count] = value;
        }

        Count++;
    }

    /// <summary>Makes the list, which must be empty, one of so many numbers, for the caller to fill.</summary>
    protected Span<double> SetNumbers(int count)
    {
        _numbers = _context.Arena.Take(count);
        Count = count;
        return _numbers.Span;
    }

    private Span<double> ReserveNumbers(int count)
    {
        if (!IsNumeric)
        {
            return default;
        }

        if (Count + count > _numbers.Length)
        {
            _numbers = _context.Arena.Grow(_numbers, Count + count);
        }

        return _numbers.Span.Slice(Count, count);
    }

    private PickleValue[] ReserveItem()
    {
        if (_items is null)
        {
            _items = NewItems(Math.Max(4, Count * 2));
            for (var i = 0; i < Count; i++)
            {
                _items[i] = PickleValue.Of(_numbers.Span[i]);
            }

            _numbers = default;
        }
        else if (Count == _items.Length)
        {
            var larger = NewItems(Count * 2);
            _items.CopyTo(larger, 0);
            _context.Budget.Release((long)_items.Length * BytesPerItem);
            _items = larger;
        }

        return _items;
    }

    private PickleValue[] NewItems(int capacity)
    {
        _context.Budget.Charge((long)capacity * BytesPerItem);
        return new PickleValue[capacity];
    }
}
