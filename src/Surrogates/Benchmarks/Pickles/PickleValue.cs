namespace Surrogates.Benchmarks.Pickles;

/// <summary>What a <see cref="PickleValue"/> is.</summary>
internal enum PickleKind : byte
{
    None,
    Boolean,
    Integer,
    Float,

    /// <summary>Text that stands in the file as UTF-8.</summary>
    Text,

    /// <summary>Text that stands in the file as Python's raw-unicode-escape (protocol 0).</summary>
    EscapedText,

    /// <summary>Bytes that stand in the file.</summary>
    Bytes,

    /// <summary>Bytes that stand in the file as the text of their Latin-1 characters (protocols 0 to 2).</summary>
    Latin1Bytes,

    /// <summary>The same in Python's raw-unicode-escape (protocol 0).</summary>
    EscapedLatin1Bytes,

    /// <summary>An integer of more than 64 bits, whose bytes stand in the file.</summary>
    LongInteger,
    Tuple,
    List,
    Dictionary,
    Global,
    ElementType,
    Storage,
}

/// <summary>Something on the stack of a pickle that is an object of its own.</summary>
internal abstract class PickleObject(PickleKind kind)
{
    public PickleKind Kind { get; } = kind;
}

/// <summary>
/// A value on the stack of a pickle, in 16 bytes and without boxing: numbers are held in it, texts and byte strings
/// stay in the file until they are asked for.
/// </summary>
internal readonly struct PickleValue
{
    private static readonly Marker[] Markers = [.. Enum.GetValues<PickleKind>().Select(kind => new Marker(kind))];

    private readonly PickleObject? _object;
    private readonly long _bits;

    private PickleValue(PickleObject? value, long bits) => (_object, _bits) = (value, bits);

    public static PickleValue None => default;

    public PickleKind Kind => _object?.Kind ?? PickleKind.None;

    public bool IsNumber => Kind is PickleKind.Float or PickleKind.Integer;

    /// <summary>The number, whether it was written as an integer or not.</summary>
    public double Number => Kind == PickleKind.Float ? BitConverter.Int64BitsToDouble(_bits) : _bits;

    public long Integer => _bits;

    public bool Boolean => _bits != 0;

    public PickleSpan Span => new((int)(_bits >> 32), (int)_bits);

    /// <summary>The byte at which an object was created, for messages; 0 for what is not an object.</summary>
    public int Offset => _object is null or Marker ? 0 : (int)_bits;

    public static PickleValue Of(double value) => new(Markers[(int)PickleKind.Float], BitConverter.DoubleToInt64Bits(value));

    public static PickleValue Of(long value) => new(Markers[(int)PickleKind.Integer], value);

    public static PickleValue Of(bool value) => new(Markers[(int)PickleKind.Boolean], value ? 1 : 0);

    /// <summary>A value of a kind that stands in the file.</summary>
    public static PickleValue Of(PickleKind kind, PickleSpan span) =>
        new(Markers[(int)kind], ((long)span.Start << 32) | (uint)span.Length);

    public static PickleValue Of(PickleObject value, int offset) => new(value, offset);

    /// <summary>The object, or null where the value is none of that type.</summary>
    public T? As<T>()
        where T : PickleObject => _object as T;

    private sealed class Marker(PickleKind kind) : PickleObject(kind);
}
