using Surrogates.Architectures;
using Surrogates.Models;

namespace Surrogates.AutoML.Tuners;

/// <summary>Candidates with what the surrogate of the moment expects of them, as normal scores.</summary>
internal sealed class ScoredCandidates(EncodedArchitectures candidates)
{
    private readonly double[] _means = new double[candidates.Architectures.Count];
    private readonly double[] _deviations = new double[candidates.Architectures.Count];

    /// <summary>Predicts all candidates.</summary>
    public void Score(Surrogate surrogate) => surrogate.PredictScores(candidates, _means, _deviations);

    /// <summary>The upper confidence bound of a candidate.</summary>
    public double Bound(int candidate, double beta) => _means[candidate] + (beta * _deviations[candidate]);

    /// <summary>The candidate with the highest bound among those that are wanted; null where none is. Of equal ones the first.</summary>
    public Architecture? Best(double beta, Func<Architecture, bool> isWanted)
    {
        var best = -1;
        for (var i = 0; i < _means.Length; i++)
        {
            if ((best < 0 || Bound(i, beta) > Bound(best, beta)) && isWanted(candidates.Architectures[i]))
            {
                best = i;
            }
        }

        return best < 0 ? null : candidates.Architectures[best];
    }
}
