using System.Numerics;
using System.Runtime.InteropServices;

namespace Surrogates.Graphs.Arithmetic;

/// <summary>Sums of rows of a few dozen numbers, for which a call into a library costs more than the arithmetic.</summary>
internal static class ShortVectors
{
    /// <summary>to ← to + from.</summary>
    public static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        ref var x = ref MemoryMarshal.GetReference(from);
        ref var y = ref MemoryMarshal.GetReference(to);
        var i = 0;
        for (; i <= Math.Min(from.Length, to.Length) - Vector<float>.Count; i += Vector<float>.Count)
        {
            (Vector.LoadUnsafe(ref x, (nuint)i) + Vector.LoadUnsafe(ref y, (nuint)i)).StoreUnsafe(ref y, (nuint)i);
        }

        for (; i < to.Length; i++)
        {
            to[i] += from[i];
        }
    }

    /// <summary>numbers ← factor · numbers.</summary>
    public static void Multiply(Span<float> numbers, float factor)
    {
        ref var x = ref MemoryMarshal.GetReference(numbers);
        var factors = new Vector<float>(factor);
        var i = 0;
        for (; i <= numbers.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (Vector.LoadUnsafe(ref x, (nuint)i) * factors).StoreUnsafe(ref x, (nuint)i);
        }

        for (; i < numbers.Length; i++)
        {
            numbers[i] *= factor;
        }
    }
}
