using Surrogates.Architectures;
using Surrogates.Models;

namespace Surrogates.Cli.Commands.Predict;

/// <summary>An architecture with its prediction.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="Prediction">What is expected of it.</param>
/// <param name="EqualTo">An architecture before it that is the same network, or null.</param>
internal sealed record RankedPrediction(Architecture Architecture, Prediction Prediction, Architecture? EqualTo)
{
    /// <summary>Orders predictions, best first and equal ones as they were given.</summary>
    /// <param name="architectures">The architectures.</param>
    /// <param name="predictions">The prediction of each.</param>
    /// <param name="top">
    /// How many different networks to keep; null keeps every architecture. Who asks for the best ten wants ten networks to train, not one
    /// of them ten times.
    /// </param>
    public static IReadOnlyList<RankedPrediction> Rank(
        IReadOnlyList<Architecture> architectures, IReadOnlyList<Prediction> predictions, int? top)
    {
        var first = new Dictionary<Architecture, Architecture>();
        var ranked = new List<RankedPrediction>();
        foreach (var (architecture, prediction) in architectures.Zip(predictions).OrderByDescending(pair => pair.Second.Score))
        {
            var isNew = first.TryAdd(architecture.Canonical, architecture);
            if (top is null || isNew)
            {
                ranked.Add(new(architecture, prediction, isNew ? null : first[architecture.Canonical]));
            }

            if (ranked.Count == top)
            {
                break;
            }
        }

        return ranked;
    }
}
