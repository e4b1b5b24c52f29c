using System.Numerics;
using System.Runtime.InteropServices;

namespace Surrogates.Graphs.Arithmetic;

/// <summary>x W + b for narrow matrices, in tiles that stay in registers.</summary>
/// <remarks>
/// Each number is summed in the order of the inputs with fused multiply-adds, whatever tile it falls in: the same on every machine, and for a
/// row the same whatever stands in the others.
/// </remarks>
internal static class MatrixProduct
{
    private static readonly int Lanes = Vector<float>.Count;

    /// <summary>Computes the product.</summary>
    /// <param name="x">Rows of <paramref name="inputs"/> numbers.</param>
    /// <param name="weights">W, row by row.</param>
    /// <param name="bias">b.</param>
    /// <param name="result">Receives rows of as many numbers as the bias has.</param>
    /// <param name="inputs">The columns of x.</param>
    public static void Compute(ReadOnlySpan<float> x, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> result, int inputs)
    {
        var outputs = bias.Length;
        var rows = result.Length / outputs;
        if (x.Length != rows * inputs || weights.Length != inputs * outputs || result.Length != rows * outputs)
        {
            throw new ArgumentException("The matrices do not fit.");
        }

        // A block of networks that cannot learn has graphs, but no nodes.
        if (rows == 0)
        {
            return;
        }

        var column = 0;
        for (; column + (3 * Lanes) <= outputs; column += 3 * Lanes)
        {
            ComputeThreeVectors(x, weights[column..], bias[column..], result[column..], rows, inputs, outputs);
        }

        for (; column + Lanes <= outputs; column += Lanes)
        {
            ComputeOneVector(x, weights[column..], bias[column..], result[column..], rows, inputs, outputs);
        }

        for (; column < outputs; column++)
        {
            for (var row = 0; row < rows; row++)
            {
                var sum = bias[column];
                for (var i = 0; i < inputs; i++)
                {
                    sum = MathF.FusedMultiplyAdd(x[(row * inputs) + i], weights[(i * outputs) + column], sum);
                }

                result[(row * outputs) + column] = sum;
            }
        }
    }

    // Four rows by three vectors: twelve sums, three weights and a factor fill the sixteen registers of AVX2.
    private static void ComputeThreeVectors(
        ReadOnlySpan<float> x, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> result, int rows, int inputs, int outputs)
    {
        ref var w = ref MemoryMarshal.GetReference(weights);
        ref var r = ref MemoryMarshal.GetReference(result);
        ref var b = ref MemoryMarshal.GetReference(bias);
        var (one, two) = ((nuint)Lanes, (nuint)(2 * Lanes));
        var (b0, b1, b2) = (Vector.LoadUnsafe(ref b), Vector.LoadUnsafe(ref b, one), Vector.LoadUnsafe(ref b, two));
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            var x0 = x.Slice(row * inputs, inputs);
            var x1 = x.Slice((row + 1) * inputs, inputs);
            var x2 = x.Slice((row + 2) * inputs, inputs);
            var x3 = x.Slice((row + 3) * inputs, inputs);
            var (s00, s01, s02) = (b0, b1, b2);
            var (s10, s11, s12) = (b0, b1, b2);
            var (s20, s21, s22) = (b0, b1, b2);
            var (s30, s31, s32) = (b0, b1, b2);
            for (var i = 0; i < x0.Length; i++)
            {
                var place = (nuint)(i * outputs);
                var (w0, w1, w2) = (Vector.LoadUnsafe(ref w, place), Vector.LoadUnsafe(ref w, place + one), Vector.LoadUnsafe(ref w, place + two));
                var factor = new Vector<float>(x0[i]);
                s00 = Vector.FusedMultiplyAdd(factor, w0, s00);
                s01 = Vector.FusedMultiplyAdd(factor, w1, s01);
                s02 = Vector.FusedMultiplyAdd(factor, w2, s02);
                factor = new Vector<float>(x1[i]);
                s10 = Vector.FusedMultiplyAdd(factor, w0, s10);
                s11 = Vector.FusedMultiplyAdd(factor, w1, s11);
                s12 = Vector.FusedMultiplyAdd(factor, w2, s12);
                factor = new Vector<float>(x2[i]);
                s20 = Vector.FusedMultiplyAdd(factor, w0, s20);
                s21 = Vector.FusedMultiplyAdd(factor, w1, s21);
                s22 = Vector.FusedMultiplyAdd(factor, w2, s22);
                factor = new Vector<float>(x3[i]);
                s30 = Vector.FusedMultiplyAdd(factor, w0, s30);
                s31 = Vector.FusedMultiplyAdd(factor, w1, s31);
                s32 = Vector.FusedMultiplyAdd(factor, w2, s32);
            }

            Store(ref r, row, s00, s01, s02);
            Store(ref r, row + 1, s10, s11, s12);
            Store(ref r, row + 2, s20, s21, s22);
            Store(ref r, row + 3, s30, s31, s32);
        }

        for (; row < rows; row++)
        {
            var (s0, s1, s2) = (b0, b1, b2);
            var numbers = x.Slice(row * inputs, inputs);
            for (var i = 0; i < numbers.Length; i++)
            {
                var place = (nuint)(i * outputs);
                var factor = new Vector<float>(numbers[i]);
                s0 = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref w, place), s0);
                s1 = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref w, place + one), s1);
                s2 = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref w, place + two), s2);
            }

            Store(ref r, row, s0, s1, s2);
        }

        void Store(ref float to, int at, Vector<float> first, Vector<float> second, Vector<float> third)
        {
            var place = (nuint)(at * outputs);
            first.StoreUnsafe(ref to, place);
            second.StoreUnsafe(ref to, place + (nuint)Lanes);
            third.StoreUnsafe(ref to, place + (nuint)(2 * Lanes));
        }
    }

    private static void ComputeOneVector(
        ReadOnlySpan<float> x, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> result, int rows, int inputs, int outputs)
    {
        ref var w = ref MemoryMarshal.GetReference(weights);
        ref var r = ref MemoryMarshal.GetReference(result);
        var start = Vector.LoadUnsafe(ref MemoryMarshal.GetReference(bias));
        for (var row = 0; row < rows; row++)
        {
            var sum = start;
            var numbers = x.Slice(row * inputs, inputs);
            for (var i = 0; i < numbers.Length; i++)
            {
                sum = Vector.FusedMultiplyAdd(new Vector<float>(numbers[i]), Vector.LoadUnsafe(ref w, (nuint)(i * outputs)), sum);
            }

            sum.StoreUnsafe(ref r, (nuint)(row * outputs));
        }
    }
}
