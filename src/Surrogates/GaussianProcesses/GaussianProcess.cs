using System.Numerics.Tensors;
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
        const int Block = RowBlock.Rows;
        var features = new double[_scaling.Count * Block];
        var distances = new double[_targets.Length * Block];
        var kernel = new double[distances.Length];
        var scratch = new double[distances.Length];
        Span<double> mean = stackalloc double[Block];
        Span<double> variance = stackalloc double[Block];
        for (var start = 0; start < means.Length; start += Block)
        {
            // The last block may have fewer rows; what stands in its other lanes is not read.
            var count = Math.Min(Block, means.Length - start);
            for (var row = 0; row < count; row++)
            {
                _scaling.Apply(rows.Slice((start + row) * Features, Features), features.AsSpan(Math.Min(row, features.Length)), Block);
            }

            RowBlock.SquaredDistances(features, _scaled, distances);
            var mixture = new MeanAndSquare(means.Slice(start, count), deviations.Slice(start, count));
            for (var i = 0; i < _settings.Length; i++)
            {
                _posteriors[i].Predict(distances, kernel, scratch, mean, variance);
                mixture.Add(_settings[i].Weight, mean, variance);
            }

            mixture.Finish();
        }
    }

    /// <summary>What the process would have predicted for each training row, had it not seen it.</summary>
    public HeldOutPredictions LeaveOneOut()
    {
        var heldOut = new HeldOutPredictions(new double[_targets.Length], new double[_targets.Length]);
        var mixture = new MeanAndSquare(heldOut.Means, heldOut.Deviations);
        for (var i = 0; i < _settings.Length; i++)
        {
            var (means, variances) = _posteriors[i].LeaveOneOut(_targets);
            mixture.Add(_settings[i].Weight, means, variances);
        }

        mixture.Finish();
        return heldOut;
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

    private static double[][] Scale(FeatureScaling scaling, float[] rows, int features)
    {
        var scaled = new double[rows.Length / features][];
        for (var row = 0; row < scaled.Length; row++)
        {
            scaling.Apply(rows.AsSpan(row * features, features), scaled[row] = new double[scaling.Count]);
        }

        return scaled;
    }

    // The lower triangle, diagonal included.
    private static double[][] Distances(double[][] scaled)
    {
        var distances = new double[scaled.Length][];
        for (var i = 0; i < scaled.Length; i++)
        {
            var row = distances[i] = new double[i + 1];
            for (var j = 0; j < i && scaled[i].Length > 0; j++)
            {
                var distance = TensorPrimitives.Distance<double>(scaled[i], scaled[j]);
                row[j] = distance * distance;
            }
        }

        return distances;
    }

    /// <summary>The mean and the deviation of a mixture of normal distributions, one for each row.</summary>
    private readonly ref struct MeanAndSquare
    {
        private readonly Span<double> _means;
        private readonly Span<double> _squares;

        public MeanAndSquare(Span<double> means, Span<double> squares)
        {
            means.Clear();
            squares.Clear();
            _means = means;
            _squares = squares;
        }

        public void Add(double weight, ReadOnlySpan<double> means, ReadOnlySpan<double> variances)
        {
            for (var row = 0; row < _means.Length; row++)
            {
                _means[row] += weight * means[row];
                _squares[row] += weight * ((means[row] * means[row]) + variances[row]);
            }
        }

        public void Finish()
        {
            for (var row = 0; row < _means.Length; row++)
            {
                _squares[row] = Math.Sqrt(Math.Max(0, _squares[row] - (_means[row] * _means[row])));
            }
        }
    }
}
