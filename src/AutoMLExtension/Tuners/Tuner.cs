using Surrogates.Architectures;
using Surrogates.AutoML.Trials;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// What all tuners share: the lock, the history, and that no network is proposed twice. A tuner decides what comes next.
/// </summary>
public abstract class Tuner : ITuner
{
    // Beyond this many draws without anything new, what is left is looked for one by one.
    private const int MaximumDraws = 1000;

    private readonly Lock _lock = new();
    private readonly HashSet<Architecture> _known = [];
    private readonly List<TrialResult> _history = [];
    private readonly Dictionary<Architecture, Architecture> _pending = [];

    /// <summary>Creates a tuner.</summary>
    protected Tuner(string name, SearchDomain domain, int seed)
    {
        ArgumentNullException.ThrowIfNull(domain);
        Name = name;
        Domain = domain;
        Random = new Random(seed);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>What may be proposed.</summary>
    protected SearchDomain Domain { get; }

    /// <summary>The source of all randomness.</summary>
    protected Random Random { get; }

    /// <summary>All results so far, in the order in which they were told.</summary>
    protected IReadOnlyList<TrialResult> History => _history;

    /// <summary>What was proposed and has no result yet.</summary>
    protected IEnumerable<Architecture> Pending => _pending.Values;

    /// <inheritdoc/>
    public IReadOnlyList<Architecture> Propose(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (_lock)
        {
            var proposals = new List<Architecture>();
            var more = true;
            while (more && proposals.Count < count)
            {
                more = Register(Next(count - proposals.Count), proposals, count);
            }

            return proposals;
        }
    }

    /// <inheritdoc/>
    public void Update(IReadOnlyList<TrialResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);

        // Before anything is learned: half an update would leave a history that no call explains.
        foreach (var result in results)
        {
            SearchDomain.RequireOwn(Domain.Space, result.Architecture, nameof(results));
        }

        lock (_lock)
        {
            foreach (var result in results)
            {
                _known.Add(result.Architecture.Canonical);
                _pending.Remove(result.Architecture.Canonical);
                _history.Add(result);
                Learn(result);
            }
        }
    }

    /// <summary>Whether a network was proposed or told of.</summary>
    protected bool IsKnown(Architecture architecture) => _known.Contains(architecture.Canonical);

    /// <summary>The next proposals, at least one that is not known, or none where nothing is left.</summary>
    /// <param name="count">How many are wanted; fewer or more may be given.</param>
    protected abstract IReadOnlyList<Architecture> Next(int count);

    /// <summary>Takes note of a result; <see cref="History"/> holds it already.</summary>
    protected virtual void Learn(TrialResult result)
    {
    }

    /// <summary>
    /// A network that is not known, drawn uniformly from the list or from the texts of a larger space; null where nothing is left, or in
    /// a space too large to list next to nothing.
    /// </summary>
    protected Architecture? DrawUnknown()
    {
        for (var draw = 0; draw < MaximumDraws; draw++)
        {
            var architecture = Domain.Candidates is { } listed
                ? listed.Count == 0 ? null : listed[Random.Next(listed.Count)]
                : Domain.Space.Sample(Random).Canonical;
            if (architecture is not null && !IsKnown(architecture))
            {
                return architecture;
            }
        }

        var left = Domain.Candidates?.Where(candidate => !IsKnown(candidate)).ToList();
        return left is { Count: > 0 } ? left[Random.Next(left.Count)] : null;
    }

    // Whether a proposal was new: what has none ends a batch, whatever a tuner thinks is left.
    private bool Register(IReadOnlyList<Architecture> next, List<Architecture> proposals, int count)
    {
        var before = proposals.Count;
        foreach (var architecture in next)
        {
            if (proposals.Count < count && _known.Add(architecture.Canonical))
            {
                _pending.Add(architecture.Canonical, architecture);
                proposals.Add(architecture);
            }
        }

        return proposals.Count > before;
    }
}
