using Surrogates.Architectures;
using Surrogates.Models;
using Surrogates.Trees;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// Searches with a surrogate: after some networks that stand for all, a surrogate learns from all results, and the most promising network
/// comes next.
/// </summary>
/// <remarks>
/// <para>
/// Where the space can be listed, and unless another kind of surrogate is asked for, it is a Gaussian process over the list, and what comes
/// next has the highest expected improvement, noise included; of running trials it knows that their results will come.
/// </para>
/// <para>
/// With any other surrogate it is the highest upper confidence bound m + βs. β is drawn anew for each proposal from an exponential
/// distribution, so that proposals of one batch differ and no fixed balance of mean and uncertainty has to be right. All networks are
/// weighed where the space can be listed; else those that an evolution over the surrogate finds.
/// </para>
/// <para>
/// Jones, Schonlau, Welch: "Efficient Global Optimization of Expensive Black-Box Functions", Journal of Global Optimization 13, 1998, for the
/// improvement; Srinivas et al.: "Gaussian Process Optimization in the Bandit Setting", ICML 2010, for the bound; Hutter, Hoos,
/// Leyton-Brown: "Parallel Algorithm Configuration", LION 2012, for drawing β; Takeno et al.: "Randomized Gaussian Process Upper
/// Confidence Bound", ICML 2023, for its theory.
/// </para>
/// </remarks>
public sealed class SurrogateTuner : Tuner
{
    private readonly SurrogateTunerOptions _options;
    private readonly ISurrogateTrainer _trainer;
    private readonly int _seed;
    private readonly ScoredCandidates? _listed;
    private readonly CandidateFeatures? _features;
    private readonly CandidateProcess? _process;
    private IReadOnlyList<Architecture>? _design;
    private Surrogate? _surrogate;
    private int _learned;

    /// <summary>Creates the tuner.</summary>
    public SurrogateTuner(SearchDomain domain, int seed = 1, SurrogateTunerOptions? options = null)
        : base("surrogate", domain, seed)
    {
        _options = (options ?? new SurrogateTunerOptions()).Validated();
        _trainer = _options.Trainer ?? (domain.Candidates is null ? new ExtraTreesSurrogateTrainer() : SurrogateTrainers.Default);
        _seed = seed;
        if (domain.Candidates is { Count: > 0 } candidates)
        {
            _features = new CandidateFeatures(new EncodedArchitectures(domain.Space, candidates, _options.Encoding, _options.Features));
            _process = _options.Trainer is null ? new CandidateProcess(_features) : null;
            _listed = new ScoredCandidates(
                candidates, () => new EncodedArchitectures(domain.Space, candidates, _options.Encoding, _options.Features));
        }

        // A kind of surrogate may read more than what distances are measured by: graphs, say.
        _options = _options with { Encoding = _options.Encoding ?? _trainer.DefaultEncodingFor(domain.Space) };
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Architecture> Next(int count)
    {
        var chosen = (History.Count + Pending.Count() >= _options.InitialTrials ? Promising() : Representative()) ?? DrawUnknown();
        return chosen is null ? [] : [chosen];
    }

    // The next network of the initial design; null where it has no more.
    private Architecture? Representative()
    {
        _design ??= _options.InitialDesign == InitialDesign.SpaceFilling && _features is not null
            ? [.. SpaceFillingDesign.Choose(_features, _options.InitialTrials, Random).Select(place => Domain.Candidates![place])]
            : [];
        return _design.FirstOrDefault(architecture => !IsKnown(architecture));
    }

    // Null where there are too few results to learn from.
    private Architecture? Promising()
    {
        if (_process?.CanHold(History.Count + Pending.Count()) != true)
        {
            return Refit() is { } surrogate ? HighestBound(surrogate) : null;
        }

        if (!_process.Learn(History, Pending))
        {
            return null;
        }

        var best = _listed!.Score(_process);
        return _listed.Best(candidate => _listed.Improvement(candidate, best), IsUnknown);
    }

    private Architecture? HighestBound(Surrogate surrogate)
    {
        var beta = -Math.Log(1 - Random.NextDouble()) * _options.Exploration;
        return _listed is not null
            ? _listed.Best(candidate => _listed.Bound(candidate, beta), IsUnknown)
            : new CandidateEvolution(Domain.Space, surrogate, _options, Random).Run(beta, History.Where(result => !result.Failed), IsUnknown);
    }

    private bool IsUnknown(Architecture architecture) => !IsKnown(architecture);

    // The surrogate of the results so far; null where there are too few.
    private Surrogate? Refit()
    {
        if (_surrogate is not null && History.Count - _learned <= (int)(_options.RefitGrowth * _learned))
        {
            return _surrogate;
        }

        var results = History.Where(result => !result.Failed).ToList();
        if (results.Count < SurrogateTrainer.MinimumValues)
        {
            return null;
        }

        _learned = History.Count;
        _surrogate = _trainer.Fit(
            new TrainingSet(Domain.Space, "trials", [.. results.Select(result => result.Architecture)], [.. results.Select(result => result.Value)]),
            new SurrogateOptions
            {
                Encoding = _options.Encoding,
                Features = _options.Features,
                Seed = _seed,

                // The exploration is measured against the uncertainty as the models give it.
                Calibrate = false,
            });
        _listed?.Score(_surrogate);
        return _surrogate;
    }
}
