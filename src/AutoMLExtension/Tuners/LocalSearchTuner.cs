using Surrogates.Architectures;
using Surrogates.AutoML.Trials;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// Local search: from the best of some random networks, all neighbors are tried in random order, and the first that is better is
/// where the search goes on; where none is, it begins anew.
/// </summary>
/// <remarks>White, Nolen, Savani: "Exploring the Loss Landscape in Neural Architecture Search", UAI 2021.</remarks>
public sealed class LocalSearchTuner : Tuner
{
    private readonly int _initialTrials;
    private readonly Queue<Architecture> _neighbors = new();

    // Starts and neighbors that still run, by canonical text: what may yet show where to go.
    private readonly HashSet<Architecture> _awaited = [];
    private TrialResult? _current;
    private int _drawn;

    /// <summary>Creates the tuner.</summary>
    /// <param name="domain">What may be proposed.</param>
    /// <param name="seed">The seed of all randomness.</param>
    /// <param name="initialTrials">How many random networks a start is chosen from; 1 or more.</param>
    public LocalSearchTuner(SearchDomain domain, int seed = 1, int initialTrials = 10)
        : base("local", domain, seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(initialTrials, 1);
        _initialTrials = initialTrials;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Architecture> Next(int count)
    {
        if (_drawn >= _initialTrials)
        {
            if (NextNeighbor() is { } neighbor)
            {
                return Await(neighbor);
            }

            if (_awaited.Count > 0)
            {
                // Nothing to climb to before a result comes: a random network is better than an idle worker.
                return DrawUnknown() is { } filler ? [filler] : [];
            }

            // A local optimum: the next start is independent of it.
            _current = null;
            _drawn = 0;
        }

        _drawn++;
        return DrawUnknown() is { } start ? Await(start) : [];
    }

    /// <inheritdoc/>
    protected override void Learn(TrialResult result)
    {
        _awaited.Remove(result.Architecture.Canonical);
        if (result.Failed || (_current is { } current && result.Value <= current.Value))
        {
            return;
        }

        _current = result;
        _neighbors.Clear();
        var neighbors = Domain.Space.GetNeighbors(result.Architecture).ToArray();
        Random.Shuffle(neighbors);
        foreach (var neighbor in neighbors)
        {
            _neighbors.Enqueue(neighbor);
        }
    }

    private Architecture? NextNeighbor()
    {
        while (_neighbors.TryDequeue(out var neighbor))
        {
            if (Domain.Find(neighbor) is { } candidate && !IsKnown(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private Architecture[] Await(Architecture proposal)
    {
        _awaited.Add(proposal.Canonical);
        return [proposal];
    }
}
