using Surrogates.Architectures;
using Surrogates.Models;

namespace Surrogates.AutoML.Tuners;

/// <summary>Candidates with what is expected of them at the moment, as normal scores.</summary>
/// <param name="candidates">The candidates.</param>
/// <param name="encode">Encodes them as a surrogate reads them; called once, when one is asked.</param>
internal sealed class ScoredCandidates(IReadOnlyList<Architecture> candidates, Func<EncodedArchitectures> encode)
{
    private readonly double[] _means = new double[candidates.Count];
    private readonly double[] _deviations = new double[candidates.Count];
    private EncodedArchitectures? _encoded;

    /// <summary>Predicts all candidates.</summary>
    public void Score(Surrogate surrogate) => surrogate.PredictScores(_encoded ??= encode(), _means, _deviations);

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
            if ((best < 0 || candidate > highest) && isWanted(candidates[i]))
            {
                (best, highest) = (i, candidate);
            }
        }

        return best < 0 ? null : candidates[best];
    }
}
