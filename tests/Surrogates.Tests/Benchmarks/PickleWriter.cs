using System.Buffers.Binary;
using System.Text;

namespace Surrogates.Tests.Benchmarks;

/// <summary>Writes pickles by hand, also such as no pickler writes.</summary>
internal sealed class PickleWriter
{
    private readonly MemoryStream _stream = new();

    public byte[] Bytes => _stream.ToArray();

    /// <summary>The bytes of the characters of each text, as Python's <c>b"…"</c>.</summary>
    public PickleWriter Raw(params IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            _stream.Write(Encoding.Latin1.GetBytes(text));
        }

        return this;
    }

    public PickleWriter Repeat(string text, int count)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        for (var i = 0; i < count; i++)
        {
            _stream.Write(bytes);
        }

        return this;
    }

    public PickleWriter Put(uint index) => Raw("r").UInt32(index);

    public PickleWriter Get(uint index) => Raw("j").UInt32(index);

    public PickleWriter UInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        _stream.Write(bytes);
        return this;
    }

    /// <summary>Plain data: null, booleans, numbers, texts, lists, dictionaries, and writers for anything else.</summary>
    public PickleWriter Value(object? value)
    {
        switch (value)
        {
            case null:
                return Raw("N");
            case bool truth:
                return Raw(truth ? "\x88" : "\x89");
            case int number:
                return Raw("J").UInt32((uint)number);
            case double number:
                Span<byte> bytes = stackalloc byte[sizeof(double)];
                BinaryPrimitives.WriteDoubleBigEndian(bytes, number);
                Raw("G")._stream.Write(bytes);
                return this;
            case string text:
                var utf8 = Encoding.UTF8.GetBytes(text);
                Raw("X").UInt32((uint)utf8.Length)._stream.Write(utf8);
                return this;
            case Dictionary<string, object?> dictionary:
                return dictionary.Aggregate(Raw("}("), (writer, pair) => writer.Value(pair.Key).Value(pair.Value)).Raw("u");
            case IEnumerable<object?> items:
                return items.Aggregate(Raw("]("), (writer, item) => writer.Value(item)).Raw("e");
            case PickleWriter other:
                _stream.Write(other.Bytes);
                return this;
            default:
                throw new ArgumentException($"A {value.GetType()} is not plain data.", nameof(value));
        }
    }

    /// <summary>A whole pickle of plain data.</summary>
    public static byte[] Pickle(object? value) => new PickleWriter().Raw("\x80\x02").Value(value).Raw(".").Bytes;
}
