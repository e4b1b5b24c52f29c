using System.Collections.Concurrent;
using System.Numerics;
using Surrogates.Numerics;

namespace Surrogates.Training.Tasks;

/// <summary>
/// Orders of the nine tiles of a picture that are far from one another. The first is the order of the picture itself; each further one is,
/// among 20,000 random candidates or four times as many as are asked for, the one whose least Hamming distance to those before is
/// largest, and of these the one with the largest mean distance.
/// </summary>
/// <remarks>Noroozi, Favaro: "Unsupervised Learning of Visual Representations by Solving Jigsaw Puzzles", ECCV 2016, algorithm 1.</remarks>
internal static class JigsawPermutations
{
    /// <summary>Tiles of a picture.</summary>
    public const int Tiles = 9;

    /// <summary>The most orders that can be chosen, of 9! = 362,880.</summary>
    public const int Most = 10_000;

    private static readonly ConcurrentDictionary<int, byte[][]> Chosen = new();

    /// <summary>So many orders; always the same ones. Each says which tile of the picture lies at each place, row by row.</summary>
    public static IReadOnlyList<byte[]> Get(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        return Chosen.GetOrAdd(count, Choose);
    }

    private static byte[][] Choose(int count)
    {
        var candidates = CreateCandidates(Math.Max(20_000, 4 * count));
        var least = new int[candidates.Length];
        var sum = new int[candidates.Length];
        Array.Fill(least, Tiles + 1);
        var chosen = new byte[count][];
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            var order = candidates[next];
            chosen[i] = Unpack(order);
            var best = next;
            var bestKey = -1L;
            for (var j = 0; j < candidates.Length; j++)
            {
                var distance = Distance(order, candidates[j]);
                least[j] = Math.Min(least[j], distance);
                sum[j] += distance;
                var key = ((long)least[j] << 32) | (uint)sum[j];
                if (key > bestKey)
                {
                    (best, bestKey) = (j, key);
                }
            }

            next = best;
        }

        return chosen;
    }

    private static ulong[] CreateCandidates(int count)
    {
        var random = SplitMix64.ForStream(Tiles, count);
        Span<byte> order = stackalloc byte[Tiles];
        for (var i = 0; i < Tiles; i++)
        {
            order[i] = (byte)i;
        }

        var candidates = new List<ulong> { Pack(order) };
        var known = new HashSet<ulong>(candidates);
        while (candidates.Count < count)
        {
            random.Shuffle(order);
            if (known.Add(Pack(order)))
            {
                candidates.Add(Pack(order));
            }
        }

        return [.. candidates];
    }

    // Four bits a tile.
    private static ulong Pack(ReadOnlySpan<byte> order)
    {
        var packed = 0UL;
        foreach (var tile in order)
        {
            packed = (packed << 4) | tile;
        }

        return packed;
    }

    private static byte[] Unpack(ulong packed)
    {
        var order = new byte[Tiles];
        for (var i = 0; i < Tiles; i++)
        {
            order[i] = (byte)((packed >> (4 * (Tiles - 1 - i))) & 15);
        }

        return order;
    }

    // Each group of four bits that is not 0 is a place where the orders differ.
    private static int Distance(ulong first, ulong second)
    {
        var difference = first ^ second;
        difference |= difference >> 2;
        difference |= difference >> 1;
        return BitOperations.PopCount(difference & 0x1_1111_1111);
    }
}
