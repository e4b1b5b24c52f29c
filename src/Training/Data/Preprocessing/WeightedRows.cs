using System.Numerics;

namespace Surrogates.Training.Data.Preprocessing;

/// <summary>Sums of rows of bytes with weights, in whole numbers of 32 bits.</summary>
internal static class WeightedRows
{
    /// <summary>Adds <paramref name="weight"/> times the row to the sums.</summary>
    public static void Add(ReadOnlySpan<byte> row, uint weight, Span<uint> sums)
    {
        sums = sums[..row.Length];
        var lanes = Vector<uint>.Count;
        var i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(row[i..]), out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            AddTo(sums[i..], first * weight);
            AddTo(sums[(i + lanes)..], second * weight);
            AddTo(sums[(i + (2 * lanes))..], third * weight);
            AddTo(sums[(i + (3 * lanes))..], fourth * weight);
        }

        for (; i < row.Length; i++)
        {
            sums[i] += row[i] * weight;
        }
    }

    /// <summary>Writes the sums without their last <paramref name="bits"/>, rounded.</summary>
    public static void Round(ReadOnlySpan<uint> sums, int bits, Span<ushort> destination)
    {
        destination = destination[..sums.Length];
        var half = 1u << (bits - 1);
        var i = 0;
        for (; i <= sums.Length - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            var low = (new Vector<uint>(sums[i..]) + new Vector<uint>(half)) >> bits;
            var high = (new Vector<uint>(sums[(i + Vector<uint>.Count)..]) + new Vector<uint>(half)) >> bits;
            Vector.Narrow(low, high).CopyTo(destination[i..]);
        }

        for (; i < sums.Length; i++)
        {
            destination[i] = (ushort)((sums[i] + half) >> bits);
        }
    }

    private static void AddTo(Span<uint> sums, Vector<uint> values) => (new Vector<uint>(sums) + values).CopyTo(sums);
}
