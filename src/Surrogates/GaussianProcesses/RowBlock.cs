using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Surrogates.GaussianProcesses;

/// <summary>
/// Numbers of <see cref="Rows"/> rows that are predicted together, those of one feature or one training row side by side: so a
/// factor is read once for all of them, and each is computed in a lane of its own, the same whatever stands in the others.
/// </summary>
internal static class RowBlock
{
    /// <summary>The rows of a block.</summary>
    public const int Rows = 16;

    private const int Vectors = Rows / 4;

    /// <summary>For each row, its squared distances to others.</summary>
    /// <param name="block">The block's features: for each, <see cref="Rows"/> numbers.</param>
    /// <param name="others">The others' features.</param>
    /// <param name="distances">Receives <see cref="Rows"/> numbers for each of the others.</param>
    public static void SquaredDistances(ReadOnlySpan<double> block, ReadOnlySpan<double[]> others, Span<double> distances)
    {
        var features = MemoryMarshal.Cast<double, Vector256<double>>(block);
        var results = MemoryMarshal.Cast<double, Vector256<double>>(distances);
        for (var i = 0; i < others.Length; i++)
        {
            var (s0, s1, s2, s3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            var other = others[i];
            for (var f = 0; f < other.Length; f++)
            {
                var x = features.Slice(f * Vectors, Vectors);
                var center = Vector256.Create(other[f]);
                var (d0, d1, d2, d3) = (x[0] - center, x[1] - center, x[2] - center, x[3] - center);
                s0 = Vector256.FusedMultiplyAdd(d0, d0, s0);
                s1 = Vector256.FusedMultiplyAdd(d1, d1, s1);
                s2 = Vector256.FusedMultiplyAdd(d2, d2, s2);
                s3 = Vector256.FusedMultiplyAdd(d3, d3, s3);
            }

            var result = results.Slice(i * Vectors, Vectors);
            (result[0], result[1], result[2], result[3]) = (s0, s1, s2, s3);
        }
    }

    /// <summary>Solves L x = b in place for each row, and adds up each x's squares.</summary>
    /// <param name="factor">The rows of L.</param>
    /// <param name="b">For each row of L, <see cref="Rows"/> numbers.</param>
    /// <param name="squares">Receives <see cref="Rows"/> sums of squares.</param>
    public static void SolveLower(double[][] factor, Span<double> b, Span<double> squares)
    {
        var x = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var sums = MemoryMarshal.Cast<double, Vector256<double>>(squares);
        sums.Clear();
        for (var i = 0; i < factor.Length; i++)
        {
            var row = factor[i];
            var (s0, s1, s2, s3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            for (var j = 0; j < i; j++)
            {
                var l = Vector256.Create(row[j]);
                var solved = x.Slice(j * Vectors, Vectors);
                s0 = Vector256.FusedMultiplyAdd(l, solved[0], s0);
                s1 = Vector256.FusedMultiplyAdd(l, solved[1], s1);
                s2 = Vector256.FusedMultiplyAdd(l, solved[2], s2);
                s3 = Vector256.FusedMultiplyAdd(l, solved[3], s3);
            }

            var inverse = Vector256.Create(1 / row[i]);
            var next = x.Slice(i * Vectors, Vectors);
            next[0] = (next[0] - s0) * inverse;
            next[1] = (next[1] - s1) * inverse;
            next[2] = (next[2] - s2) * inverse;
            next[3] = (next[3] - s3) * inverse;
            for (var v = 0; v < Vectors; v++)
            {
                sums[v] = Vector256.FusedMultiplyAdd(next[v], next[v], sums[v]);
            }
        }
    }

    /// <summary>For each row, the dot product of its numbers with weights.</summary>
    /// <param name="numbers">For each weight, <see cref="Rows"/> numbers.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="products">Receives <see cref="Rows"/> products.</param>
    public static void Dot(ReadOnlySpan<double> numbers, ReadOnlySpan<double> weights, Span<double> products)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(numbers);
        var sums = MemoryMarshal.Cast<double, Vector256<double>>(products);
        sums.Clear();
        for (var i = 0; i < weights.Length; i++)
        {
            var weight = Vector256.Create(weights[i]);
            for (var v = 0; v < Vectors; v++)
            {
                sums[v] = Vector256.FusedMultiplyAdd(weight, vectors[(i * Vectors) + v], sums[v]);
            }
        }
    }
}
