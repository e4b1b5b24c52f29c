using System.Globalization;
using System.Text;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>Gets texts and byte strings out of the file: each text once, however often it occurs.</summary>
internal sealed class PickleTexts(PickleSource source, PickleBudget budget)
{
    /// <summary>Names of architectures, tasks and metrics are far shorter, and each reference to a text decodes it again.</summary>
    private const int MaximumLength = 128;

    /// <summary>The most that a byte takes up: as an escaped character, <c>\U000000ff</c>.</summary>
    private const int LongestByte = 10;

    private const int BytesPerText = 96;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly HashSet<string> _pool = new(StringComparer.Ordinal);
    private byte[] _scratch = [];

    /// <summary>The text, or null where the value is not text.</summary>
    public string? Find(PickleValue value)
    {
        if (value.Kind is not (PickleKind.Text or PickleKind.EscapedText))
        {
            return null;
        }

        var span = value.Span;
        if (span.Length > MaximumLength)
        {
            throw source.Error(span.Start, $"a name of {span.Length} bytes; at most {MaximumLength} are expected.");
        }

        Span<char> characters = stackalloc char[MaximumLength];
        var length = Decode(value, characters);
        var lookup = _pool.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(characters[..length], out var text))
        {
            text = new string(characters[..length]);
            if (text.Any(char.IsControl))
            {
                throw source.Error(span.Start, "a name with a control character; the file is damaged.");
            }

            budget.Charge(BytesPerText + (length * sizeof(char)));
            _pool.Add(text);
        }

        return text;
    }

    /// <summary>
    /// The content, valid until the next call, of a string of so many bytes; false where the value is none. A string of
    /// another length is not looked at, so that the time follows from the length asked for.
    /// </summary>
    public bool TryGetBytes(PickleValue value, long length, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (value.Kind is not (PickleKind.Bytes or PickleKind.Latin1Bytes or PickleKind.EscapedLatin1Bytes)
            || value.Span.Length < length
            || value.Span.Length > length * LongestByte)
        {
            return false;
        }

        bytes = Bytes(value);
        return bytes.Length == length;
    }

    private ReadOnlySpan<byte> Bytes(PickleValue value)
    {
        var raw = source.Bytes.Slice(value.Span.Start, value.Span.Length);
        if (value.Kind == PickleKind.Bytes)
        {
            return raw;
        }

        if (_scratch.Length < raw.Length)
        {
            budget.Charge(raw.Length - _scratch.Length);
            _scratch = new byte[raw.Length];
        }

        var count = 0;
        for (var rest = raw; rest.Length > 0; count++)
        {
            _scratch[count] = NextCharacter(value, ref rest) is var character && character.Value <= byte.MaxValue
                ? (byte)character.Value
                : throw source.Error(value.Span.Start, "a byte string with a character above 255; the file is damaged.");
        }

        return _scratch.AsSpan(0, count);
    }

    private int Decode(PickleValue value, Span<char> characters)
    {
        var raw = source.Bytes.Slice(value.Span.Start, value.Span.Length);
        try
        {
            if (value.Kind == PickleKind.Text)
            {
                return StrictUtf8.GetChars(raw, characters);
            }
        }
        catch (DecoderFallbackException exception)
        {
            throw new BenchmarkFormatException(NotUtf8(value).Message, exception);
        }

        if (!raw.Contains((byte)'\\'))
        {
            return Encoding.Latin1.GetChars(raw, characters);
        }

        var length = 0;
        while (raw.Length > 0)
        {
            length += NextCharacter(value, ref raw).EncodeToUtf16(characters[length..]);
        }

        return length;
    }

    private BenchmarkFormatException NotUtf8(PickleValue value) =>
        source.Error(value.Span.Start, "text that is not UTF-8; the file is damaged.");

    private Rune NextCharacter(PickleValue value, ref ReadOnlySpan<byte> rest)
    {
        Rune character;
        int length;
        if (value.Kind == PickleKind.Latin1Bytes)
        {
            if (Rune.DecodeFromUtf8(rest, out character, out length) != System.Buffers.OperationStatus.Done)
            {
                throw NotUtf8(value);
            }
        }
        else if (rest.Length > 1 && rest[0] == '\\' && rest[1] is (byte)'u' or (byte)'U')
        {
            length = rest[1] == 'u' ? 6 : 10;
            if (rest.Length < length
                || !int.TryParse(rest[2..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                || !Rune.TryCreate(code, out character))
            {
                throw source.Error(value.Span.Start, "text with an escape that names no character; the file is damaged.");
            }
        }
        else
        {
            (character, length) = (new Rune((char)rest[0]), 1);
        }

        rest = rest[length..];
        return character;
    }
}
