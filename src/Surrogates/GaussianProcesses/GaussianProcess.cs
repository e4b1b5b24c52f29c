using Surrogates.Models;
using Surrogates.Numerics;

namespace Surrogates.GaussianProcesses;

/// <summary>
/// Exact Gaussian process regression: a Matérn 5/2 kernel on scaled features plus a constant. Length scale and noise are not chosen but averaged
/// over a small grid, each setting weighed by its evidence, with the signal's variance profiled out; which keeps its head at ten rows.
/// </summary>
/// <remarks>Rasmussen, Williams: "Gaussian Processes for Machine Learning", MIT Press 2006, sections 2.2 and 5.4.</remarks>
internal sealed class GaussianProcess : IRegressionModel
{
    private readonly float[] _rows;
    private readonly double[] _targets;
    private readonly Setting[] _settings;
    private readonly FeatureScaling _scaling;
    private readonly double[][] _scaled;
    private readonly Posterior[] _posteriors;

    private GaussianProcess(int features, float[] rows, double[] targets, Setting[] settings)
    {
        Features = features;
        _rows = rows;
        _targets = targets;
        _settings = settings;
        _scaling = new FeatureScaling(rows, features);
        _scaled = Scale(_scaling, rows, features);
        var distances = Distances(_scaled);
        _posteriors = [.. settings.Select(setting => Posterior.TryCreate(distances, targets, setting)
            ?? throw new InvalidDataException($"a kernel that is not positive definite (length scale {setting.LengthScale}, noise {setting.Noise})"))];
    }

    /// <inheritdoc/>
    public int Features { get; }

    /// <summary>Trains a process.</summary>
    public static GaussianProcess Fit(
        float[] rows, double[] targets, int seed, GaussianProcessOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new GaussianProcessOptions();
        var features = rows.Length / targets.Length;
        var scaled = Scale(new FeatureScaling(rows, features), rows, features);
        var sample = Sample(targets.Length, options.MaximumEvidenceRows, seed);
        var distances = Distances([.. sample.Select(i => scaled[i])]);
        double[] sampled = [.. sample.Select(i => targets[i])];
        var weighed = new List<(Setting Setting, double Evidence)>();
        foreach (var lengthScale in options.LengthScales)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var noise in options.Noises)
            {
                var setting = new Setting(lengthScale, noise, 1);
                if (Posterior.TryCreate(distances, sampled, setting) is { } posterior)
                {
                    weighed.Add((setting, posterior.Evidence));
                }
            }
        }

        var best = weighed.Max(pair => pair.Evidence);
        var total = weighed.Sum(pair => Math.Exp(pair.Evidence - best));
        var kept = new List<Setting>();
        var sum = 0.0;
        foreach (var (setting, evidence) in weighed.OrderByDescending(pair => pair.Evidence))
        {
            if (sum < 1 - options.NeglectedWeight)
            {
                var weight = Math.Exp(evidence - best) / total;
                kept.Add(setting with { Weight = weight });
                sum += weight;
            }
        }

        return new GaussianProcess(features, rows, targets, [.. kept.Select(setting => setting with { Weight = setting.Weight / sum })]);
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> rows, Span<double> means, Span<double> deviations)
    {
        Span<double> distances = new double[_targets.Length];
        var kernel = new double[_targets.Length];
        for (var row = 0; row < means.Length; row++)
        {
            FeatureScaling.SquaredDistances(_scaling.Apply(rows.Slice(row * Features, Features)), _scaled, distances);
            var (mean, square) = (0.0, 0.0);
            for (var i = 0; i < _settings.Length; i++)
            {
                var (m, v) = _posteriors[i].Predict(distances, kernel);
                mean += _settings[i].Weight * m;
                square += _settings[i].Weight * ((m * m) + v);
            }

            means[row] = mean;
            deviations[row] = Math.Sqrt(Math.Max(0, square - (mean * mean)));
        }
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Features);
        writer.Write(_targets.Length);
        foreach (var number in _rows)
        {
            writer.Write(number);
        }

        foreach (var target in _targets)
        {
            writer.Write(target);
        }

        writer.Write(_settings.Length);
        foreach (var setting in _settings)
        {
            writer.Write(setting.LengthScale);
            writer.Write(setting.Noise);
            writer.Write(setting.Weight);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the factors are computed again, which takes a moment and no space.</summary>
    public static GaussianProcess Read(BinaryReader reader)
    {
        const int MaximumFeatures = short.MaxValue;
        const int MaximumRows = 1 << 13;
        const int MaximumSettings = 64;
        var features = reader.ReadInt32();
        var count = reader.ReadInt32();
        if (features is < 1 or > MaximumFeatures || count is < 1 or > MaximumRows)
        {
            throw new InvalidDataException($"a Gaussian process of {count} rows with {features} features; expected up to {MaximumRows} and {MaximumFeatures}");
        }

        var rows = new float[features * count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = reader.ReadSingle();
        }

        var targets = new double[count];
        for (var i = 0; i < count; i++)
        {
            targets[i] = reader.ReadDouble();
        }

        var settings = reader.ReadInt32();
        if (settings is < 1 or > MaximumSettings)
        {
            throw new InvalidDataException($"a Gaussian process of {settings} settings; expected 1 to {MaximumSettings}");
        }

        return new GaussianProcess(
            features,
            rows,
            targets,
            [.. Enumerable.Range(0, settings).Select(_ => new Setting(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()))]);
    }

    private static int[] Sample(int count, int maximum, int seed)
    {
        var rows = Enumerable.Range(0, count).ToArray();
        var random = SplitMix64.ForStream(seed, 0);
        for (var i = 0; i < Math.Min(maximum, count - 1) && count > maximum; i++)
        {
            var pick = i + random.Next(count - i);
            (rows[i], rows[pick]) = (rows[pick], rows[i]);
        }

        return rows[..Math.Min(count, maximum)];
    }

    private static double[][] Scale(FeatureScaling scaling, float[] rows, int features) =>
        [.. Enumerable.Range(0, rows.Length / features).Select(row => scaling.Apply(rows.AsSpan(row * features, features)))];

    private static double[][] Distances(double[][] scaled)
    {
        var distances = new double[scaled.Length][];
        for (var i = 0; i < scaled.Length; i++)
        {
            distances[i] = new double[i + 1];
            FeatureScaling.SquaredDistances(scaled[i], scaled.AsSpan(0, i + 1), distances[i]);
        }

        return distances;
    }
}
