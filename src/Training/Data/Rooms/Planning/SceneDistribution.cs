using System.Numerics;
using Surrogates.Training.Data.Rooms.Labels;

namespace Surrogates.Training.Data.Rooms.Planning;

/// <summary>
/// What kinds of furniture and finishes each type of room has: the type is drawn first, then all else independently given it, from
/// the table below, and a draw is kept if it has one to <see cref="MostKinds"/> kinds of furniture.
/// </summary>
/// <remarks>
/// A draw whose room cannot be arranged, or does not show all of its furniture, is thrown away whole. Whether this happens depends on
/// the evidence alone, so that it cancels in Bayes' rule and <see cref="Posterior"/> is exact.
/// </remarks>
internal static class SceneDistribution
{
    public const int MostKinds = 4;

    private static readonly double[] Prior = [0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125];

    // Probabilities by type (rows, in the order of SceneType) and kind (columns, in the order of ObjectClass).
    private static readonly double[][] Kinds =
    [
        //  bed   sofa  chair table desk  cabin shelf telev fridg stove washm batht toile sink
        [0.00, 0.00, 0.06, 0.02, 0.00, 0.10, 0.08, 0.00, 0.00, 0.00, 0.12, 0.45, 0.78, 0.48],
        [0.90, 0.10, 0.22, 0.08, 0.18, 0.35, 0.18, 0.30, 0.00, 0.00, 0.00, 0.00, 0.00, 0.03],
        [0.00, 0.08, 0.40, 0.25, 0.03, 0.35, 0.28, 0.08, 0.06, 0.00, 0.04, 0.00, 0.00, 0.00],
        [0.00, 0.10, 0.80, 0.90, 0.00, 0.20, 0.14, 0.18, 0.05, 0.00, 0.00, 0.00, 0.00, 0.02],
        [0.00, 0.02, 0.25, 0.28, 0.00, 0.22, 0.10, 0.06, 0.48, 0.85, 0.10, 0.00, 0.00, 0.42],
        [0.00, 0.00, 0.05, 0.10, 0.00, 0.22, 0.28, 0.00, 0.05, 0.02, 0.92, 0.04, 0.15, 0.42],
        [0.02, 0.75, 0.18, 0.32, 0.08, 0.16, 0.22, 0.80, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00],
        [0.02, 0.12, 0.70, 0.08, 0.90, 0.20, 0.32, 0.12, 0.03, 0.00, 0.00, 0.00, 0.00, 0.02],
    ];

    private static readonly double[][] Floors =
    [
        // planks tiles carpet stone
        [0.06, 0.66, 0.04, 0.24],
        [0.46, 0.04, 0.44, 0.06],
        [0.36, 0.30, 0.14, 0.20],
        [0.54, 0.16, 0.18, 0.12],
        [0.22, 0.52, 0.02, 0.24],
        [0.08, 0.56, 0.04, 0.32],
        [0.50, 0.08, 0.32, 0.10],
        [0.34, 0.08, 0.48, 0.10],
    ];

    private static readonly double[][] Walls =
    [
        // paint wallpaper tiles bricks
        [0.26, 0.04, 0.66, 0.04],
        [0.52, 0.40, 0.01, 0.07],
        [0.60, 0.24, 0.06, 0.10],
        [0.50, 0.34, 0.02, 0.14],
        [0.46, 0.12, 0.36, 0.06],
        [0.54, 0.04, 0.30, 0.12],
        [0.50, 0.30, 0.01, 0.19],
        [0.68, 0.16, 0.02, 0.14],
    ];

    private static readonly double[] Narrow = [0.10, 0.02, 0.85, 0.03, 0.12, 0.15, 0.02, 0.06];

    // The probability of a draw of one to MostKinds kinds, by type.
    private static readonly double[] Kept = [.. Kinds.Select(KeptProbability)];

    /// <summary>Draws the type of a scene and the evidence of it.</summary>
    public static Evidence Draw(Dice dice, out SceneType type)
    {
        var row = dice.Weighted(Prior);
        type = (SceneType)row;
        int kinds;
        do
        {
            kinds = 0;
            for (var kind = 0; kind < Kinds[row].Length; kind++)
            {
                kinds |= dice.Chance(Kinds[row][kind]) ? 1 << kind : 0;
            }
        }
        while (!IsKept(BitOperations.PopCount((uint)kinds)));

        var floor = (FloorFinish)dice.Weighted(Floors[row]);
        var wall = (WallFinish)dice.Weighted(Walls[row]);
        return new Evidence(kinds, floor, wall, dice.Chance(Narrow[row]));
    }

    /// <summary>Bayes' rule: the probability of each type of room given what a scene shows.</summary>
    public static void Posterior(in Evidence evidence, Span<float> probabilities)
    {
        Span<double> joint = stackalloc double[Prior.Length];
        var sum = 0.0;
        for (var type = 0; type < joint.Length; type++)
        {
            var product = Prior[type] / Kept[type] * Floors[type][(int)evidence.Floor] * Walls[type][(int)evidence.Wall]
                * (evidence.IsNarrow ? Narrow[type] : 1 - Narrow[type]);
            for (var kind = 0; kind < Kinds[type].Length; kind++)
            {
                product *= evidence.Has((ObjectClass)kind) ? Kinds[type][kind] : 1 - Kinds[type][kind];
            }

            joint[type] = product;
            sum += product;
        }

        for (var type = 0; type < joint.Length; type++)
        {
            probabilities[type] = (float)(joint[type] / sum);
        }
    }

    private static bool IsKept(int count) => count is >= 1 and <= MostKinds;

    private static double KeptProbability(double[] kinds)
    {
        // How many kinds there are: the distribution of a sum of independent zeros and ones.
        var counts = new double[kinds.Length + 1];
        counts[0] = 1;
        foreach (var probability in kinds)
        {
            for (var count = kinds.Length; count > 0; count--)
            {
                counts[count] = counts[count] * (1 - probability) + counts[count - 1] * probability;
            }

            counts[0] *= 1 - probability;
        }

        return counts.Where((_, count) => IsKept(count)).Sum();
    }
}
