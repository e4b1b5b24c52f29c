using Surrogates.Architectures;
using Surrogates.Models;
using Surrogates.Trees;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// Searches with a surrogate: after some random networks, a surrogate is trained on all results, and the network with the highest
/// upper confidence bound m + βs comes next. β is drawn anew for each proposal from an exponential distribution, so
/// that proposals of one batch differ and no fixed balance of mean and uncertainty has to be right.
/// </summary>
/// <remarks>
/// <para>All networks are weighed where the space can be listed; else those that an evolution over the surrogate finds.</para>
/// <para>
/// Srinivas et al.: "Gaussian Process Optimization in the Bandit Setting", ICML 2010, for the bound; Hutter, Hoos, Leyton-Brown:
/// "Parallel Algorithm Configuration", LION 2012, for drawing β; Takeno et al.: "Randomized Gaussian Process Upper Confidence Bound",
/// ICML 2023, for its theory.
/// </para>
/// </remarks>
public sealed class SurrogateTuner : Tuner
{
    private readonly SurrogateTunerOptions _options;
    private readonly ISurrogateTrainer _trainer;
    private readonly int _seed;
    private readonly ScoredCandidates? _listed;
    private Surrogate? _surrogate;
    private int _learned;

    /// <summary>Creates the tuner.</summary>
    public SurrogateTuner(SearchDomain domain, int seed = 1, SurrogateTunerOptions? options = null)
        : base("surrogate", domain, seed)
    {
        _options = (options ?? new SurrogateTunerOptions()).Validated();
        _trainer = _options.Trainer ?? (domain.Candidates is null ? new ExtraTreesSurrogateTrainer() : SurrogateTrainers.Default);
        _options = _options with { Encoding = _options.Encoding ?? _trainer.DefaultEncodingFor(domain.Space) };
        _seed = seed;
        _listed = domain.Candidates is { } candidates
            ? new ScoredCandidates(new EncodedArchitectures(domain.Space, candidates, _options.Encoding, _options.Features))
            : null;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Architecture> Next(int count)
    {
        var chosen = History.Count + Pending.Count() >= _options.InitialTrials && Refit() is { } surrogate ? Choose(surrogate) : DrawUnknown();
        return chosen is null ? [] : [chosen];
    }

    private Architecture? Choose(Surrogate surrogate)
    {
        var beta = -Math.Log(1 - Random.NextDouble()) * _options.Exploration;
        if (_listed is not null)
        {
            return _listed.Best(beta, architecture => !IsKnown(architecture));
        }

        var evolution = new CandidateEvolution(Domain.Space, surrogate, _options, Random);
        return evolution.Run(beta, History.Where(result => !result.Failed), architecture => !IsKnown(architecture)) ?? DrawUnknown();
    }

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
