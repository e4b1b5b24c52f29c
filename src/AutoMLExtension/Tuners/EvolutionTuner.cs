using Surrogates.Architectures;
using Surrogates.AutoML.Trials;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// Regularized evolution: a population of the youngest results; the best of a random sample of it is mutated; the oldest dies,
/// however good.
/// </summary>
/// <remarks>Real, Aggarwal, Huang, Le: "Regularized Evolution for Image Classifier Architecture Search", AAAI 2019.</remarks>
public sealed class EvolutionTuner : Tuner
{
    private const int MaximumMutations = 100;

    private readonly EvolutionOptions _options;
    private readonly Queue<TrialResult> _population = new();

    /// <summary>Creates the tuner.</summary>
    public EvolutionTuner(SearchDomain domain, int seed = 1, EvolutionOptions? options = null)
        : base("evolution", domain, seed) => _options = (options ?? new EvolutionOptions()).Validated();

    /// <inheritdoc/>
    protected override IReadOnlyList<Architecture> Next(int count)
    {
        // The first generation is random; pending members count, or a parallel search would draw it twice.
        var architecture = _population.Count + Pending.Count() < _options.PopulationSize && History.Count < _options.PopulationSize
            ? null
            : MutateParent();
        architecture ??= DrawUnknown();
        return architecture is null ? [] : [architecture];
    }

    /// <inheritdoc/>
    protected override void Learn(TrialResult result)
    {
        if (result.Failed)
        {
            return;
        }

        _population.Enqueue(result);
        if (_population.Count > _options.PopulationSize)
        {
            _population.Dequeue();
        }
    }

    private Architecture? MutateParent()
    {
        if (_population.Count == 0)
        {
            return null;
        }

        var population = _population.ToArray();
        var sample = Enumerable.Range(0, _options.SampleSize).Select(_ => population[Random.Next(population.Length)]).ToList();
        var parent = sample.MaxBy(member => member.Value).Architecture;

        // A child that is known, or not of the domain, is mutated on: the walk leads to what is near and new.
        var child = parent;
        for (var mutation = 0; mutation < MaximumMutations; mutation++)
        {
            child = Domain.Space.Mutate(child, Random);
            if (Domain.Find(child) is { } candidate && !IsKnown(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
