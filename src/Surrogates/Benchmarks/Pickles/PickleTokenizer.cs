using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>Splits a pickle into opcodes and the places of their arguments. Reads nothing into memory.</summary>
/// <remarks>
/// The methods that go through the whole file are optimized from their first call on: a program reads one such file, and
/// would be done with it before the runtime found out what to optimize.
/// </remarks>
internal ref struct PickleTokenizer(PickleSource source, int start)
{
    private readonly ReadOnlySpan<byte> _bytes = source.Bytes;

    /// <summary>The byte behind the last token.</summary>
    public int Position { get; private set; } = start;

    public PickleOpcode Opcode { get; private set; }

    /// <summary>The byte of the last token's opcode.</summary>
    public int Offset { get; private set; }

    /// <summary>The place of the last token's argument, without its length or the end of its line.</summary>
    public PickleSpan Argument { get; private set; }

    /// <summary>The second line of an argument of two.</summary>
    public PickleSpan SecondLine { get; private set; }

    /// <summary>Moves to the next opcode.</summary>
    /// <exception cref="BenchmarkFormatException">The bytes end, or the opcode is not one for plain data.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Next()
    {
        Offset = Position;
        if (Position >= _bytes.Length)
        {
            throw source.Truncated(Position, "the pickle");
        }

        var code = _bytes[Position++];
        Opcode = (PickleOpcode)code;
        switch (PickleArguments.Of(code))
        {
            case PickleArgument.Nothing:
                break;
            case PickleArgument.Byte:
                Argument = Take(1);
                break;
            case PickleArgument.TwoBytes:
                Argument = Take(2);
                break;
            case PickleArgument.FourBytes:
                Argument = Take(4);
                break;
            case PickleArgument.EightBytes:
                Argument = Take(8);
                break;
            case PickleArgument.Line:
                Argument = TakeLine();
                break;
            case PickleArgument.TwoLines:
                Argument = TakeLine();
                SecondLine = TakeLine();
                break;
            case PickleArgument.CountedByByte:
                Argument = Take(_bytes[Take(1).Start]);
                break;
            case PickleArgument.CountedByFourBytes:
                Argument = Take(BinaryPrimitives.ReadUInt32LittleEndian(_bytes[Take(4).Start..]));
                break;
            case PickleArgument.CountedByEightBytes:
                Argument = Take(BinaryPrimitives.ReadUInt64LittleEndian(_bytes[Take(8).Start..]));
                break;
            default:
                throw source.Error(
                    Offset,
                    $"pickle opcode 0x{code:x2} is refused: it is unknown or builds objects that a benchmark file does not need.");
        }
    }

    public readonly ReadOnlySpan<byte> Bytes(PickleSpan span) => _bytes.Slice(span.Start, span.Length);

    /// <summary>
    /// Takes a run of numbers up to the opcode that appends them, as every curve is written: the bytes of each are an
    /// opcode and a big-endian double. Empty, and nothing is taken, where something else follows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> TakeFloatsUpToAppends()
    {
        const int Size = 1 + sizeof(double);
        var end = Position;
        while (end <= _bytes.Length - Size && _bytes[end] == (byte)PickleOpcode.Float8)
        {
            end += Size;
        }

        if (end == Position || end >= _bytes.Length || _bytes[end] != (byte)PickleOpcode.Appends)
        {
            return default;
        }

        var floats = _bytes[Position..end];
        Position = end + 1;
        return floats;
    }

    private PickleSpan Take(ulong length)
    {
        if (length > (ulong)(_bytes.Length - Position))
        {
            throw source.Truncated(Offset, $"an argument of {length} bytes");
        }

        var span = new PickleSpan(Position, (int)length);
        Position += (int)length;
        return span;
    }

    private PickleSpan TakeLine()
    {
        var length = _bytes[Position..].IndexOf((byte)'\n');
        if (length < 0)
        {
            throw source.Truncated(Offset, "a line");
        }

        var span = new PickleSpan(Position, length);
        Position += length + 1;
        return span;
    }
}
