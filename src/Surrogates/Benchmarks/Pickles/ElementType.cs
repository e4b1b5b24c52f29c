using System.Buffers.Binary;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>How a number lies in bytes: NumPy's <c>dtype</c>, and the type of a PyTorch storage.</summary>
internal sealed class ElementType : PickleObject
{
    private readonly char _kind;
    private bool _isBigEndian;

    private ElementType(char kind, int size)
        : base(PickleKind.ElementType)
    {
        _kind = kind;
        Size = size;
    }

    /// <summary>The bytes of a number.</summary>
    public int Size { get; }

    /// <summary>
    /// The type of a code such as <c>f8</c>: floating-point, signed, unsigned or boolean, and the bytes of a number;
    /// <c>B2</c> is PyTorch's bfloat16. Null for any other.
    /// </summary>
    public static ElementType? FromCode(string code) => code switch
    {
        "f2" or "f4" or "f8" or "i1" or "i2" or "i4" or "i8" or "u1" or "u2" or "u4" or "u8" or "b1" or "B2" =>
            new(code[0], code[1] - '0'),
        _ => null,
    };

    /// <summary>Sets the order of the bytes from NumPy's sign of it; false for a sign that NumPy lacks.</summary>
    public bool TrySetByteOrder(string? sign)
    {
        _isBigEndian = sign == ">";
        return sign is "<" or ">" or "|" or "=";
    }

    /// <summary>Reads the number that begins at the first byte.</summary>
    public double Read(ReadOnlySpan<byte> bytes) => _isBigEndian ? ReadBigEndian(bytes) : ReadLittleEndian(bytes);

    private double ReadLittleEndian(ReadOnlySpan<byte> bytes) => (_kind, Size) switch
    {
        ('f', 2) => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        ('f', 4) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        ('f', _) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        ('B', _) => BFloat16(BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        ('i', 2) => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        ('i', 4) => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        ('i', 8) => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        ('u', 2) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        ('u', 4) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        ('u', 8) => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        ('i', _) => (sbyte)bytes[0],
        _ => bytes[0],
    };

    private double ReadBigEndian(ReadOnlySpan<byte> bytes)
    {
        Span<byte> reversed = stackalloc byte[Size];
        bytes[..Size].CopyTo(reversed);
        reversed.Reverse();
        return ReadLittleEndian(reversed);
    }

    // The upper half of a single-precision number.
    private static double BFloat16(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);
}
