namespace Surrogates.AutoML.Tuners;

/// <summary>The tuners there are, by name.</summary>
public static class TunerCatalog
{
    private static readonly (string Name, string Description, Func<SearchDomain, int, SurrogateTunerOptions, ITuner> Create)[] Registered =
    [
        ("surrogate", "trains a surrogate on the results and proposes what it finds most promising", (domain, seed, options) => new SurrogateTuner(domain, seed, options)),
        ("random", "draws networks uniformly", (domain, seed, _) => new RandomTuner(domain, seed)),
        ("evolution", "regularized evolution (Real et al. 2019)", (domain, seed, _) => new EvolutionTuner(domain, seed)),
        ("local", "local search from random starts (White et al. 2021)", (domain, seed, _) => new LocalSearchTuner(domain, seed)),
    ];

    /// <summary>Name and description of every tuner, the default first.</summary>
    public static IReadOnlyList<(string Name, string Description)> All { get; } = [.. Registered.Select(tuner => (tuner.Name, tuner.Description))];

    /// <summary>Creates a tuner.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="domain">What may be proposed.</param>
    /// <param name="seed">The seed of all randomness.</param>
    /// <param name="options">Settings of the surrogate tuner; the others have none that depend on a surrogate.</param>
    /// <exception cref="InputException">There is no tuner of that name.</exception>
    public static ITuner Create(string name, SearchDomain domain, int seed = 1, SurrogateTunerOptions? options = null) =>
        Get(name, options)(domain, seed);

    /// <summary>The factory of a tuner, which is given what may be proposed and a seed.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Settings of the surrogate tuner.</param>
    /// <exception cref="InputException">There is no tuner of that name.</exception>
    public static Func<SearchDomain, int, ITuner> Get(string name, SurrogateTunerOptions? options = null)
    {
        var create = Registered.FirstOrDefault(tuner => tuner.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Create
            ?? throw new InputException($"tuner '{name}': there is no such tuner; expected {string.Join(", ", All.Select(tuner => tuner.Name))}");
        return (domain, seed) => create(domain, seed, options ?? new SurrogateTunerOptions());
    }
}
