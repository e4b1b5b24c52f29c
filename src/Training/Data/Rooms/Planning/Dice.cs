using Surrogates.Numerics;
using Surrogates.Training.Data.Rooms.Geometry;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>Every choice of a scene comes from here, in one order.</summary>
internal sealed class Dice
{
    private SplitMix64 _numbers;

    /// <summary>Starts the sequence of a scene.</summary>
    public void Restart(int seed, int scene) => _numbers = SplitMix64.ForStream(seed, scene);

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1.</summary>
    public int Pick(int count) => _numbers.Next(count);

    public uint Seed() => (uint)_numbers.Next();

    public bool Chance(double probability) => _numbers.NextDouble() < probability;

    public float Between(float low, float high) => low + (high - low) * (float)_numbers.NextDouble();

    /// <summary>Between the two as well, but more often near the middle.</summary>
    public float Near(float low, float high) => (Between(low, high) + Between(low, high)) / 2;

    /// <summary>Picks an index with probabilities that sum to 1.</summary>
    public int Weighted(ReadOnlySpan<double> probabilities)
    {
        var left = _numbers.NextDouble();
        for (var i = 0; i < probabilities.Length - 1; i++)
        {
            left -= probabilities[i];
            if (left < 0)
            {
                return i;
            }
        }

        return probabilities.Length - 1;
    }

    /// <summary>A colour with its three parts in these bounds.</summary>
    public Point3 Colour(float low, float high) => new(Between(low, high), Between(low, high), Between(low, high));
}
