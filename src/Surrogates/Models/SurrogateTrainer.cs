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
        if (data.Values.Count < MinimumValues)
        {
            throw new InputException(
                $"task '{data.Task}': {data.Values.Count} value(s) to learn from; a surrogate needs at least {MinimumValues}");
        }

        var encoder = new SurrogateEncoder(data.Space, options.Encoding, options.Features);
        var rows = encoder.EncodeAll(data.Architectures);
        var model = FitModel(rows, data, options, cancellationToken);
        return new Surrogate(Name, data.Task, encoder, model);
    }

    /// <summary>Trains the regression.</summary>
    /// <param name="rows">The rows' features, one row after the other; none is NaN.</param>
    /// <param name="targets">The rows' targets, as normal scores.</param>
    /// <param name="seed">The seed of every random choice.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    private protected abstract IRegressionModel FitRegression(float[] rows, double[] targets, int seed, CancellationToken cancellationToken);

    private SurrogateModel FitModel(float[] rows, TrainingSet data, SurrogateOptions options, CancellationToken cancellationToken)
    {
        var count = data.Values.Count;
        var width = rows.Length / count;
        var missing = MissingValues.Find(rows, width);
        MissingValues.Fill(rows, missing);
        var scale = TargetScale.Fit(data.Values);
        double[] targets = [.. data.Values.Select(scale.ToScore)];
        var calibration = options.Calibrate && count >= 2 * MinimumValues
            ? UncertaintyCalibration.Fit(count, Math.Min(options.Folds, count / MinimumValues), options.Seed, Predict)
            : 1;
        return new SurrogateModel(FitRegression(rows, targets, options.Seed, cancellationToken), scale, calibration, missing);

        (double Error, double Deviation)[] Predict(int[] training, int[] test)
        {
            var model = FitRegression(Take(rows, width, training), [.. training.Select(i => targets[i])], options.Seed, cancellationToken);
            var means = new double[test.Length];
            var deviations = new double[test.Length];
            model.Predict(Take(rows, width, test), means, deviations);
            return [.. test.Select((row, i) => (targets[row] - means[i], deviations[i]))];
        }
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
