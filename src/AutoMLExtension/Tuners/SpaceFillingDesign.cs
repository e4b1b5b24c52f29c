using System.Numerics.Tensors;
using Surrogates.GaussianProcesses;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// Candidates that stand for all, by kernel herding: each is the one that brings the mean kernel of those chosen closest to that of
/// all. Among a random part of the candidates, and from a random first one, so that seeds differ.
/// </summary>
/// <remarks>Chen, Welling, Smola: "Super-Samples from Kernel Herding", UAI 2010.</remarks>
internal static class SpaceFillingDesign
{
    private const int MaximumConsidered = 500;

    // In units where two random candidates are about √2 apart.
    private const double LengthScale = 1;

    /// <summary>Places of up to <paramref name="count"/> connected candidates, in the order in which to try them.</summary>
    public static IReadOnlyList<int> Choose(CandidateFeatures candidates, int count, Random random)
    {
        int[] considered = [.. Enumerable.Range(0, candidates.Count).Where(i => candidates.IsConnected[i])];
        random.Shuffle(considered);
        considered = considered[..Math.Min(considered.Length, MaximumConsidered)];
        var kernel = Kernel([.. considered.Select(candidates.Of)]);
        var likeAll = Array.ConvertAll(kernel, row => TensorPrimitives.Sum<double>(row) / row.Length);
        var likeChosen = new double[considered.Length];
        var chosen = new List<int>();
        while (chosen.Count < Math.Min(count, considered.Length))
        {
            // The first is random: the candidates were shuffled.
            var next = chosen.Count == 0 ? 0 : Enumerable.Range(0, considered.Length).Except(chosen).MaxBy(Gain);
            chosen.Add(next);
            TensorPrimitives.Add<double>(likeChosen, kernel[next], likeChosen);
        }

        return [.. chosen.Select(i => considered[i])];

        double Gain(int candidate) => likeAll[candidate] - ((likeChosen[candidate] + (kernel[candidate][candidate] / 2)) / (chosen.Count + 1));
    }

    private static double[][] Kernel(double[][] features)
    {
        var kernel = Array.ConvertAll(features, _ => new double[features.Length]);
        for (var i = 0; i < features.Length; i++)
        {
            for (var j = 0; j < features.Length && features[i].Length > 0; j++)
            {
                var distance = TensorPrimitives.Distance<double>(features[i], features[j]);
                kernel[i][j] = distance * distance;
            }

            Matern.Evaluate((double[])kernel[i].Clone(), LengthScale, kernel[i]);
        }

        return kernel;
    }
}
