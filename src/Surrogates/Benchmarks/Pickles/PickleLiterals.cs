using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>The opcodes that push a number, a text or a string of bytes.</summary>
internal static class PickleLiterals
{
    public static PickleValue Read(PickleSource source, ref PickleTokenizer tokens)
    {
        var argument = tokens.Bytes(tokens.Argument);
        return tokens.Opcode switch
        {
            PickleOpcode.Float8 => PickleValue.Of(BinaryPrimitives.ReadDoubleBigEndian(argument)),
            PickleOpcode.Integer1 => PickleValue.Of((long)argument[0]),
            PickleOpcode.Integer2 => PickleValue.Of((long)BinaryPrimitives.ReadUInt16LittleEndian(argument)),
            PickleOpcode.Integer4 => PickleValue.Of((long)BinaryPrimitives.ReadInt32LittleEndian(argument)),
            PickleOpcode.Long1 or PickleOpcode.Long4 => LongBytes(tokens.Argument, argument),
            PickleOpcode.IntegerLine or PickleOpcode.LongLine => IntegerLine(source, tokens.Argument, argument),
            PickleOpcode.FloatLine => FloatLine(source, tokens.Argument, argument),
            PickleOpcode.None => PickleValue.None,
            PickleOpcode.True => PickleValue.Of(true),
            PickleOpcode.False => PickleValue.Of(false),
            PickleOpcode.Unicode1 or PickleOpcode.Unicode4 or PickleOpcode.Unicode8
                or PickleOpcode.String1 or PickleOpcode.String4 => PickleValue.Of(PickleKind.Text, tokens.Argument),
            PickleOpcode.UnicodeLine => PickleValue.Of(PickleKind.EscapedText, tokens.Argument),
            PickleOpcode.Bytes1 or PickleOpcode.Bytes4 or PickleOpcode.Bytes8 or PickleOpcode.ByteArray8 =>
                PickleValue.Of(PickleKind.Bytes, tokens.Argument),
            _ => throw new InvalidOperationException($"The opcode {tokens.Opcode} is read and not handled."),
        };
    }

    // Two's complement, little-endian, as few bytes as needed.
    private static PickleValue LongBytes(PickleSpan span, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > sizeof(long))
        {
            return PickleValue.Of(PickleKind.LongInteger, span);
        }

        Span<byte> extended = stackalloc byte[sizeof(long)];
        extended.Fill(bytes.Length > 0 && bytes[^1] >= 0x80 ? (byte)0xff : (byte)0);
        bytes.CopyTo(extended);
        return PickleValue.Of(BinaryPrimitives.ReadInt64LittleEndian(extended));
    }

    private static PickleValue IntegerLine(PickleSource source, PickleSpan span, ReadOnlySpan<byte> line)
    {
        if (line.SequenceEqual("00"u8) || line.SequenceEqual("01"u8))
        {
            return PickleValue.Of(line[1] == '1');
        }

        var digits = line is [.., (byte)'L'] ? line[..^1] : line;
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return PickleValue.Of(value);
        }

        return digits.Length > 0 && !digits.ContainsAnyExcept("-0123456789"u8)
            ? PickleValue.Of(PickleKind.LongInteger, span)
            : throw source.Error(span.Start, "an integer that is none; the file is damaged.");
    }

    private static PickleValue FloatLine(PickleSource source, PickleSpan span, ReadOnlySpan<byte> line)
    {
        if (double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return PickleValue.Of(value);
        }

        return Encoding.ASCII.GetString(line[..Math.Min(line.Length, 4)]) switch
        {
            "inf" => PickleValue.Of(double.PositiveInfinity),
            "-inf" => PickleValue.Of(double.NegativeInfinity),
            _ => throw source.Error(span.Start, "a floating-point number that is none; the file is damaged."),
        };
    }
}
