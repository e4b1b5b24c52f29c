using System.Numerics.Tensors;
using Surrogates.Architectures;
using Surrogates.AutoML.Trials;
using Surrogates.GaussianProcesses;
using Surrogates.Models;

namespace Surrogates.AutoML.Tuners;

/// <summary>
/// A Gaussian process over a list of candidates that takes results one by one: what <see cref="GaussianProcess"/> is to a surrogate, for
/// a search. Its features are scaled by the candidates, its length scales are longer (a search learns trends from few results and needs
/// no detail of what is poor), and a result costs about a millisecond, so that none is waited for.
/// </summary>
/// <remarks>
/// <para>Length scale and noise are averaged over a small grid, each setting weighed by its evidence.</para>
/// <para>
/// Rasmussen, Williams: "Gaussian Processes for Machine Learning", MIT Press 2006, sections 2.2 and 5.4; Desautels, Krause, Burdick:
/// "Parallelizing Exploration-Exploitation Tradeoffs in Gaussian Process Bandit Optimization", JMLR 15, 2014, for running trials: what
/// they will tell is not known, but that they will.
/// </para>
/// </remarks>
internal sealed class CandidateProcess
{
    /// <summary>The most numbers that a setting may hold: rows times candidates. It bounds time and memory (150 MB for all).</summary>
    private const int MaximumNumbers = 1 << 22;

    // Settings that weigh less are left out: their part is not seen in a prediction, and costs as much as any.
    private const double NeglectedWeight = 0.005;

    private static readonly double[] LengthScales = [4, 8, 16];
    private static readonly double[] Noises = [0.03, 0.1, 0.3];

    private readonly CandidateFeatures _candidates;
    private readonly CandidateFactor[][] _factors;

    // Of all networks in the factors, those that still run at the end.
    private readonly List<double[]> _features = [];
    private readonly List<Architecture> _running = [];

    // All results, and which of them are in the factors.
    private readonly List<double> _values = [];
    private readonly List<int> _connected = [];
    private int _learned;

    public CandidateProcess(CandidateFeatures candidates)
    {
        _candidates = candidates;
        _factors = Array.ConvertAll(LengthScales, _ => Array.ConvertAll(Noises, noise => new CandidateFactor(candidates.Count, noise)));
    }

    /// <summary>Whether so many trials, running ones included, can be held.</summary>
    public bool CanHold(int trials) => (long)trials * _candidates.Count <= MaximumNumbers;

    /// <summary>Brings the process up to date; false where there are too few results to predict from.</summary>
    /// <param name="history">All results, of which those are new that came after the last call's.</param>
    /// <param name="pending">The networks that still run.</param>
    public bool Learn(IReadOnlyList<TrialResult> history, IEnumerable<Architecture> pending)
    {
        Architecture[] running = [.. pending];
        var stillRun = _running.Count <= running.Length && _running.SequenceEqual(running.Take(_running.Count));
        if (_learned < history.Count || !stillRun)
        {
            TakeBackRunning();
        }

        for (; _learned < history.Count; _learned++)
        {
            var result = history[_learned];
            if (!result.Failed)
            {
                if (Add(result.Architecture))
                {
                    _connected.Add(_values.Count);
                }

                _values.Add(result.Value);
            }
        }

        if (_running.Count == 0)
        {
            ForEachFactor(factor => factor.Keep());
        }

        foreach (var architecture in running.Skip(_running.Count))
        {
            Add(architecture);
            _running.Add(architecture);
        }

        return _connected.Count >= SurrogateTrainer.MinimumValues;
    }

    /// <summary>Predicts all candidates' results, noise included, as normal scores.</summary>
    /// <param name="means">Receives each one's mean.</param>
    /// <param name="deviations">Receives each one's standard deviation.</param>
    /// <returns>The best result's normal score.</returns>
    public double Predict(double[] means, double[] deviations)
    {
        var scale = TargetScale.Fit(_values);
        double[] scores = [.. _values.Select(scale.ToScore)];
        double[] targets = [.. _connected.Select(result => scores[result])];
        var settings = _factors.SelectMany(factors => factors).Select(factor => (Factor: factor, Fit: factor.Condition(targets))).ToList();
        var likeliest = settings.Max(setting => setting.Fit.Evidence);
        var total = settings.Sum(setting => Math.Exp(setting.Fit.Evidence - likeliest));
        var mean = new float[means.Length];
        Array.Clear(means);
        Array.Clear(deviations);
        foreach (var (factor, fit) in settings)
        {
            var weight = Math.Exp(fit.Evidence - likeliest) / total;
            if (weight >= NeglectedWeight)
            {
                factor.Means(fit.Solution, mean);
                AddSetting(weight, mean, fit.Signal, factor, means, deviations);
            }
        }

        Finish(scores, means, deviations);
        return scores.Max();
    }

    private static void AddSetting(
        double weight, float[] mean, double signal, CandidateFactor factor, double[] means, double[] squares)
    {
        // A candidate's own variance: kernel, constant part and noise.
        var own = 2 + factor.Noise;
        var lowered = factor.Squares;
        for (var i = 0; i < means.Length; i++)
        {
            double m = mean[i];
            means[i] += weight * m;
            squares[i] += weight * ((m * m) + (signal * Math.Max(0, own - lowered[i])));
        }
    }

    // From squares to deviations; networks that cannot learn are below all others, as surrogates have it.
    private void Finish(double[] scores, double[] means, double[] deviations)
    {
        var worst = scores.Min() - 1;
        for (var i = 0; i < means.Length; i++)
        {
            (means[i], deviations[i]) = _candidates.IsConnected[i]
                ? (means[i], Math.Sqrt(Math.Max(0, deviations[i] - (means[i] * means[i]))))
                : (worst, 0);
        }
    }

    private void TakeBackRunning()
    {
        _running.Clear();
        _features.RemoveRange(_connected.Count, _features.Count - _connected.Count);
        ForEachFactor(factor => factor.TakeBack());
    }

    private void ForEachFactor(Action<CandidateFactor> action)
    {
        foreach (var factors in _factors)
        {
            Array.ForEach(factors, action);
        }
    }

    // False for a network whose output does not depend on its input: it is not compared by its features.
    private bool Add(Architecture architecture)
    {
        if (_candidates.Of(architecture) is not { } features)
        {
            return false;
        }

        _features.Add(features);
        var toCandidates = new double[_candidates.Count];
        _candidates.SquaredDistances(features, toCandidates);
        double[] toRows = [.. _features.Select(other => SquaredDistance(features, other))];
        var rowKernel = new double[toRows.Length];
        var kernel = new double[toCandidates.Length];
        var rounded = new float[kernel.Length];
        for (var i = 0; i < LengthScales.Length; i++)
        {
            // One more is the constant part: the targets' mean is unknown, with a variance like the signal's.
            Matern.Evaluate(toRows, LengthScales[i], rowKernel);
            TensorPrimitives.Add(rowKernel, 1, rowKernel);
            Matern.Evaluate(toCandidates, LengthScales[i], kernel);
            TensorPrimitives.Add(kernel, 1, kernel);
            TensorPrimitives.ConvertTruncating<double, float>(kernel, rounded);
            Array.ForEach(_factors[i], factor => factor.Add(rowKernel, rounded));
        }

        return true;
    }

    private static double SquaredDistance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var f = 0; f < a.Length; f++)
        {
            sum += (a[f] - b[f]) * (a[f] - b[f]);
        }

        return sum;
    }
}
