namespace Surrogates.Benchmarks.Pickles;

/// <summary>Globals of Python itself.</summary>
internal static class PythonGlobals
{
    public static IEnumerable<PickleGlobal> All =>
    [
        new("collections.OrderedDict", OrderedDictionary),
        // How protocols 0 to 2 write a string of bytes, and an empty one.
        new("_codecs.encode", Encode),
        new("__builtin__.bytes", EmptyBytes),
        new("builtins.bytes", EmptyBytes),
    ];

    private static PickleValue OrderedDictionary(PickleCall call) =>
        call.Arguments.Length == 0
            ? PickleValue.Of(new PickleDictionary(call.Context.Budget), call.Offset)
            : throw call.Unexpected("none");

    private static PickleValue Encode(PickleCall call)
    {
        const string Expected = "a text and 'latin1'";
        if (call.Arguments.Length != 2 || call.Context.Texts.Find(call.Arguments[1]) is not ("latin1" or "latin-1"))
        {
            throw call.Unexpected(Expected);
        }

        var text = call.Arguments[0];
        return text.Kind switch
        {
            PickleKind.Text => PickleValue.Of(PickleKind.Latin1Bytes, text.Span),
            PickleKind.EscapedText => PickleValue.Of(PickleKind.EscapedLatin1Bytes, text.Span),
            _ => throw call.Unexpected(Expected),
        };
    }

    private static PickleValue EmptyBytes(PickleCall call) =>
        call.Arguments.Length == 0
            ? PickleValue.Of(PickleKind.Bytes, default)
            : throw call.Unexpected("none");
}
