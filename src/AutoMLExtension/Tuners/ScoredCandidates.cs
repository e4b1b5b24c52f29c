using Surrogates.Architectures;
using Surrogates.Models;

namespace Surrogates.AutoML.Tuners;

/// <summary>Candidates with what is expected of them at the moment, as normal scores.</summary>
internal sealed class ScoredCandidates(EncodedArchitectures candidates)
{
    private readonly double[] _means = new double[candidates.Architectures.Count];
    private readonly double[] _deviations = new double[candidates.Architectures.Count];

    /// <summary>Predicts all candidates.</summary>
    public void Score(Surrogate surrogate) => surrogate.PredictScores(candidates, _means, _deviations);

    /// <summary>Predicts all candidates.</summary>
    /// <returns>The best result's normal score.</returns>
    public double Score(CandidateProcess process) => process.Predict(_means, _deviations);

    /// <summary>The upper confidence bound of a candidate.</summary>
    public double Bound(int candidate, double beta) => _means[candidate] + (beta * _deviations[candidate]);

    /// <summary>The logarithm of a candidate's expected improvement over a result.</summary>
    public double Improvement(int candidate, double best) => ExpectedImprovement.Log(_means[candidate], _deviations[candidate], best);

    /// <summary>The candidate with the highest worth among those that are wanted; null where none is. Of equal ones the first.</summary>
    public Architecture? Best(Func<int, double> worth, Func<Architecture, bool> isWanted)
    {
        var best = -1;
        var highest = double.NegativeInfinity;
        for (var i = 0; i < _means.Length; i++)
        {
            var candidate = worth(i);
            if ((best < 0 || candidate > highest) && isWanted(candidates.Architectures[i]))
            {
                (best, highest) = (i, candidate);
            }
        }

        return best < 0 ? null : candidates.Architectures[best];
    }
}
