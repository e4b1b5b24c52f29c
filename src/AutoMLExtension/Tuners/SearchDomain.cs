using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Models;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// What a search may propose: a whole space, or the architectures of a list (a table's rows, say). Of equal networks one stands for
/// all: the canonical text where it may be proposed, else the first.
/// </summary>
public sealed class SearchDomain
{
    /// <summary>The most networks that are held as a list; a larger space is sampled and searched by evolution.</summary>
    public const int MaximumListed = 50_000;

    // By canonical text, so that every text of a network finds it.
    private readonly Dictionary<Architecture, int>? _places;

    private SearchDomain(ISearchSpace space, IReadOnlyList<Architecture>? candidates, Dictionary<Architecture, int>? places)
    {
        Space = space;
        Candidates = candidates;
        _places = places;
    }

    /// <summary>The search space.</summary>
    public ISearchSpace Space { get; }

    /// <summary>One architecture for each network, in a fixed order; null where the space is too large to list.</summary>
    public IReadOnlyList<Architecture>? Candidates { get; }

    /// <summary>A whole space.</summary>
    public static SearchDomain Of(ISearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.Count <= MaximumListed ? Of(space, space.Enumerate()) : new SearchDomain(space, null, null);
    }

    /// <summary>The architectures of a list, all of one space.</summary>
    /// <exception cref="ArgumentException">An architecture is of another space.</exception>
    public static SearchDomain Of(ISearchSpace space, IEnumerable<Architecture> architectures)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(architectures);
        var places = new Dictionary<Architecture, int>();
        var candidates = new List<Architecture>();
        foreach (var architecture in architectures)
        {
            RequireOwn(space, architecture, nameof(architectures));
            if (places.TryAdd(architecture.Canonical, candidates.Count))
            {
                candidates.Add(architecture);
            }
            else if (architecture.Equals(architecture.Canonical))
            {
                candidates[places[architecture.Canonical]] = architecture;
            }
        }

        return new SearchDomain(space, candidates, places);
    }

    /// <summary>The rows of a table that were measured on a task.</summary>
    /// <exception cref="InputException">The table has no such task, no value for it, or a text that is not of the space.</exception>
    public static SearchDomain Of(BenchmarkTable table, string task, ISearchSpace space)
    {
        var measured = TrainingSet.From(table, task, space).Architectures;
        return measured.Count > 0
            ? Of(space, measured)
            : throw new InputException($"{table.Name}, task '{task}': no row was measured");
    }

    /// <summary>The place among <see cref="Candidates"/> of an architecture's network; −1 where there is none.</summary>
    public int PlaceOf(Architecture architecture)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        return _places is not null && _places.TryGetValue(architecture.Canonical, out var place) ? place : -1;
    }

    /// <summary>The architecture that stands for a network, or null where the network may not be proposed.</summary>
    public Architecture? Find(Architecture architecture)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        return Candidates is null ? architecture.Canonical : PlaceOf(architecture) is var place and >= 0 ? Candidates[place] : null;
    }

    /// <summary>Refuses an architecture that is missing or of another space, whose choices would mean something else here.</summary>
    internal static void RequireOwn(ISearchSpace space, Architecture? architecture, string parameter)
    {
        if (!space.Equals(architecture?.Space))
        {
            throw new ArgumentException(
                architecture is null ? "An architecture is missing." : $"'{architecture}' is of the space '{architecture.Space}', not '{space}'.",
                parameter);
        }
    }
}
