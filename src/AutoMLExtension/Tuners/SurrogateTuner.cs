using Surrogates.Architectures;
using Surrogates.Models;
using Surrogates.Evaluation;

namespace Surrogates.AutoML.Tuners;

/// <summary>Proto.</summary>
public sealed class SurrogateTuner : Tuner
{
    private readonly SurrogateTunerOptions _options;
    private readonly EncodedArchitectures _candidates;
    private readonly int _seed;
    private Surrogate? _surrogate;
    private double[] _means = [];
    private double[] _devs = [];
    private int _fitted;

    /// <summary>Creates the tuner.</summary>
    public SurrogateTuner(SearchDomain domain, int seed = 1, SurrogateTunerOptions? options = null)
        : base("surrogate", domain, seed)
    {
        _options = options ?? new SurrogateTunerOptions();
        _candidates = new EncodedArchitectures(domain.Space, domain.Candidates!, _options.Encoding, _options.Features);
        _seed = seed;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Architecture> Next(int count)
    {
        if (History.Count < _options.InitialTrials)
        {
            return DrawUnknown() is { } a ? [a] : [];
        }

        if (_surrogate is null || History.Count - _fitted >= _options.Refit)
        {
            var ok = History.Where(r => !r.Failed).ToList();
            _surrogate = _options.Trainer.Fit(
                new TrainingSet(Domain.Space, "t", [.. ok.Select(r => r.Architecture)], [.. ok.Select(r => r.Value)]),
                new SurrogateOptions { Seed = _seed + History.Count, Calibrate = false, Encoding = _options.Encoding, Features = _options.Features });
            _fitted = History.Count;
            _means = new double[_candidates.Architectures.Count];
            _devs = new double[_means.Length];
            _surrogate.PredictScores(_candidates, _means, _devs);
        }

        var best = double.NegativeInfinity;
        var bestMean = History.Max(r => _means[Domain.PlaceOf(r.Architecture)]);
        var bestValue = _surrogate.ToScore(History.Max(r => r.Value));
        Architecture? pick = null;
        var beta = -Math.Log(1 - Random.NextDouble()) * _options.Beta;
        for (var i = 0; i < _means.Length; i++)
        {
            var a = _candidates.Architectures[i];
            var s = _options.Acquisition switch
            {
                "ucb" => _means[i] + (_options.Beta * _devs[i]),
                "rucb" => _means[i] + (beta * _devs[i]),
                "ei" => Ei(_means[i] - bestValue - _options.Beta, _devs[i]),
                "eim" => Ei(_means[i] - bestMean - _options.Beta, _devs[i]),
                "ts" => _means[i] + (_options.Beta * _devs[i] * NormalDistribution.Quantile((Random.NextDouble() * 0.999) + 0.0005)),
                _ => throw new InvalidOperationException(),
            };
            if (s > best && !IsKnown(a))
            {
                best = s;
                pick = a;
            }
        }

        return pick is null ? [] : [pick];
    }

    private static double Ei(double gain, double dev) => dev <= 0 ? Math.Max(gain, 0) : (gain * NormalDistribution.Cdf(gain / dev)) + (dev * NormalDistribution.Density(gain / dev));
}
