using Surrogates.Encodings;

namespace Surrogates.Models;

/// <summary>
/// What all kinds of surrogates share: encoding, target scale, missing features and calibrated uncertainty. A kind
/// adds the regression.
/// </summary>
public abstract class SurrogateTrainer : ISurrogateTrainer
{
    /// <summary>The fewest values that anything can be learned from.</summary>
    public const int MinimumValues = 2;

    private protected SurrogateTrainer(string name, string description) => (Name, Description) = (name, description);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public Surrogate Fit(TrainingSet data, SurrogateOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new SurrogateOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Folds, 2);
        if (data.Values.Count < MinimumValues)
        {
            throw new InputException(
                $"task '{data.Task}': {data.Values.Count} value(s) to learn from; a surrogate needs at least {MinimumValues}");
        }

        var encoder = new SurrogateEncoder(data.Space, options.Encoding ?? ArchitectureEncoding.DefaultFor(data.Space), options.Features);
        var rows = encoder.EncodeAll(data.Architectures);
        var model = FitModel(rows, data, options, cancellationToken);
        return new Surrogate(Name, data.Task, encoder, model);
    }

    /// <summary>Trains the regression.</summary>
    /// <param name="rows">The rows' features, one row after the other; none is NaN.</param>
    /// <param name="targets">The rows' targets, as normal scores.</param>
    /// <param name="seed">The seed of every random choice.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    private protected abstract RegressionFit FitRegression(float[] rows, double[] targets, int seed, CancellationToken cancellationToken);

    private SurrogateModel FitModel(float[] rows, TrainingSet data, SurrogateOptions options, CancellationToken cancellationToken)
    {
        var width = rows.Length / data.Values.Count;
        var scale = TargetScale.Fit(data.Values);
        double[] targets = [.. data.Values.Select(scale.ToScore)];
        var disconnected = DisconnectedScore(rows, width, targets);

        // Networks that cannot learn tell nothing about those that can.
        var connected = Enumerable.Range(0, targets.Length).Where(row => !float.IsNaN(rows[row * width])).ToArray();
        if (connected.Length >= MinimumValues)
        {
            rows = Take(rows, width, connected);
            targets = [.. connected.Select(row => targets[row])];
        }

        var missing = MissingValues.Find(rows, width);
        MissingValues.Fill(rows, missing);
        var fit = FitRegression(rows, targets, options.Seed, cancellationToken);
        var calibration = options.Calibrate && targets.Length >= 2 * MinimumValues ? Calibrate() : 1;
        return new SurrogateModel(fit.Model, scale, calibration, missing, disconnected);

        double Calibrate() => fit.PredictHeldOut is { } predictHeldOut
            ? UncertaintyCalibration.Fit(targets, predictHeldOut())
            : UncertaintyCalibration.Fit(targets.Length, Math.Min(options.Folds, targets.Length / MinimumValues), options.Seed, Predict);

        (double Error, double Deviation)[] Predict(int[] training, int[] test)
        {
            var (model, _) = FitRegression(
                Take(rows, width, training), [.. training.Select(i => targets[i])], options.Seed, cancellationToken);
            var means = new double[test.Length];
            var deviations = new double[test.Length];
            model.Predict(Take(rows, width, test), means, deviations);
            return [.. test.Select((row, i) => (targets[row] - means[i], deviations[i]))];
        }
    }

    // As those that were seen; where none was, a deviation below the worst.
    private static (double Mean, double Deviation) DisconnectedScore(float[] rows, int width, double[] targets)
    {
        double[] seen = [.. targets.Where((_, row) => float.IsNaN(rows[row * width]))];
        if (seen.Length == 0)
        {
            return (targets.Min() - 1, 1);
        }

        // Never quite certain: a value that was rounded once would lie beside an interval without width.
        const double LeastDeviation = 0.01;
        var mean = seen.Average();
        return (mean, Math.Max(LeastDeviation, Math.Sqrt(seen.Average(score => (score - mean) * (score - mean)))));
    }

    private static float[] Take(float[] rows, int width, int[] places)
    {
        var taken = new float[places.Length * width];
        for (var i = 0; i < places.Length; i++)
        {
            rows.AsSpan(places[i] * width, width).CopyTo(taken.AsSpan(i * width));
        }

        return taken;
    }
}
