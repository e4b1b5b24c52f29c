using static Surrogates.Benchmarks.Pickles.PickleOpcode;

namespace Surrogates.Benchmarks.Pickles;

/// <summary>How the argument of an opcode is laid out behind it.</summary>
internal enum PickleArgument : byte
{
    /// <summary>The opcode is not one that a benchmark file needs.</summary>
    Refused,
    Nothing,
    Byte,
    TwoBytes,
    FourBytes,
    EightBytes,
    Line,
    TwoLines,
    CountedByByte,
    CountedByFourBytes,
    CountedByEightBytes,
}

/// <summary>The argument of every opcode.</summary>
internal static class PickleArguments
{
    private static readonly PickleArgument[] Table = CreateTable();

    public static PickleArgument Of(byte opcode) => Table[opcode];

    private static PickleArgument[] CreateTable()
    {
        var table = new PickleArgument[256];
        foreach (var opcode in Enum.GetValues<PickleOpcode>())
        {
            table[(byte)opcode] = opcode switch
            {
                Integer1 or Get1 or Put1 or Protocol => PickleArgument.Byte,
                Integer2 => PickleArgument.TwoBytes,
                Integer4 or Get4 or Put4 => PickleArgument.FourBytes,
                Float8 or Frame => PickleArgument.EightBytes,
                FloatLine or IntegerLine or LongLine or UnicodeLine or GetLine or PutLine => PickleArgument.Line,
                Global => PickleArgument.TwoLines,
                String1 or Unicode1 or Bytes1 or Long1 => PickleArgument.CountedByByte,
                String4 or Unicode4 or Bytes4 or Long4 => PickleArgument.CountedByFourBytes,
                Unicode8 or Bytes8 or ByteArray8 => PickleArgument.CountedByEightBytes,
                _ => PickleArgument.Nothing,
            };
        }

        return table;
    }
}
