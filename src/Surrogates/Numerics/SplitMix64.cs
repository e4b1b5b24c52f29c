namespace Surrogates.Numerics;

/// <summary>
/// A small, fast generator whose sequence is the same on every platform and .NET version; from one seed, independent streams.
/// </summary>
/// <remarks>Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.</remarks>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator for part <paramref name="stream"/> of what is seeded with <paramref name="seed"/>.</summary>
    public static SplitMix64 ForStream(int seed, int stream) => new(Mix(Mix((uint)seed) + (uint)stream));

    /// <summary>The finalizer: a bijection that scatters neighbouring values.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9e3779b97f4a7c15UL;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9UL;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebUL;
        return value ^ (value >> 31);
    }

    public ulong Next()
    {
        var value = Mix(_state);
        _state += 0x9e3779b97f4a7c15UL;
        return value;
    }

    /// <summary>A whole number from 0 to <paramref name="exclusiveMaximum"/> − 1 (multiply-shift; the bias is below 2⁻³²).</summary>
    public int Next(int exclusiveMaximum) => (int)(((Next() >> 32) * (ulong)exclusiveMaximum) >> 32);

    /// <summary>Brings items into a random order, each as likely as any other (Fisher–Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Next(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    /// <summary>A number in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));
}
