using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.Models;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// Looks for the network with the highest upper confidence bound in a space too large to list: an elitist evolution over the
/// surrogate, which begins at the best results and random networks, and goes on by mutation and crossover.
/// </summary>
internal sealed class CandidateEvolution(ISearchSpace space, Surrogate surrogate, SurrogateTunerOptions options, Random random)
{
    private const int Generations = 10;
    private const int Parents = 50;
    private const double CrossoverShare = 0.5;

    private readonly Dictionary<Architecture, double> _bounds = [];

    /// <summary>The best network found among those that are wanted, or null.</summary>
    /// <param name="beta">The weight of the uncertainty.</param>
    /// <param name="results">The results so far: the best of them are among the first parents.</param>
    /// <param name="isWanted">Whether a network may be proposed.</param>
    public Architecture? Run(double beta, IEnumerable<TrialResult> results, Func<Architecture, bool> isWanted)
    {
        var size = Math.Max(1, options.EvolvedCandidates / Generations);
        Score(
            [
                .. results.OrderByDescending(result => result.Value).Take(Parents).Select(result => result.Architecture.Canonical),
                .. Enumerable.Range(0, size).Select(_ => space.Sample(random).Canonical),
            ],
            beta);
        for (var generation = 1; generation < Generations; generation++)
        {
            Architecture[] parents = [.. Ranked().Take(Parents)];
            Score([.. Enumerable.Range(0, size).Select(_ => Child(parents))], beta);
        }

        return Ranked().FirstOrDefault(isWanted);
    }

    private Architecture Child(Architecture[] parents)
    {
        var parent = parents[random.Next(parents.Length)];
        return (random.NextDouble() < CrossoverShare
            ? space.CrossOver(parent, parents[random.Next(parents.Length)], random)
            : space.Mutate(parent, random)).Canonical;
    }

    private void Score(IEnumerable<Architecture> architectures, double beta)
    {
        Architecture[] added = [.. architectures.Distinct().Where(architecture => !_bounds.ContainsKey(architecture))];
        if (added.Length == 0)
        {
            return;
        }

        var scored = new ScoredCandidates(added, () => new EncodedArchitectures(space, added, options.Encoding, options.Features));
        scored.Score(surrogate);
        for (var i = 0; i < added.Length; i++)
        {
            _bounds.Add(added[i], scored.Bound(i, beta));
        }
    }

    // Ties by text: a dictionary's order is nothing to rely on.
    private IEnumerable<Architecture> Ranked() =>
        _bounds.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Text, StringComparer.Ordinal).Select(pair => pair.Key);
}
