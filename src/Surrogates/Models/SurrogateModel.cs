using Surrogates.ModelFiles;
using Surrogates.Numerics;

namespace Surrogates.Models;

/// <summary>A regression over features together with what turns its output into a task's units: the part of a surrogate that is trained.</summary>
/// <param name="regression">Predicts normal scores.</param>
/// <param name="scale">Leads from normal scores to the task's values.</param>
/// <param name="calibration">What standard deviations are multiplied with, so that intervals hold what they promise.</param>
/// <param name="missing">For each feature, what stands for a missing number.</param>
/// <param name="disconnected">Mean and deviation, as normal scores, of networks whose output does not depend on their input.</param>
internal sealed class SurrogateModel(
    IRegressionModel regression, TargetScale scale, double calibration, float[] missing, (double Mean, double Deviation) disconnected)
{
    // The 95% quantile of the normal distribution: the half-width of the 90% interval in standard deviations.
    public const double IntervalHalfWidth = 1.6448536269514722;

    private const string Format = "surrogates.model.v1:";

    /// <summary>The number of features that a row has.</summary>
    public int Features => regression.Features;

    /// <summary>Predicts rows, one after the other; NaN stands for a missing feature.</summary>
    public Prediction[] Predict(ReadOnlySpan<float> rows)
    {
        var count = rows.Length / Features;
        var means = new double[count];
        var deviations = new double[count];
        PredictScores(rows, means, deviations);
        var predictions = new Prediction[count];
        for (var i = 0; i < count; i++)
        {
            var (mean, deviation) = (means[i], deviations[i]);
            predictions[i] = new Prediction(
                scale.ToValue(mean),
                (scale.ToValue(mean + deviation) - scale.ToValue(mean - deviation)) / 2,
                scale.ToValue(mean - (IntervalHalfWidth * deviation)),
                scale.ToValue(mean + (IntervalHalfWidth * deviation)));
        }

        return predictions;
    }

    /// <summary>Predicts rows as normal scores; a row that begins with NaN is that of a disconnected network.</summary>
    public void PredictScores(ReadOnlySpan<float> rows, Span<double> means, Span<double> deviations)
    {
        var filled = rows;
        if (rows.ContainsNaN())
        {
            var copy = rows.ToArray();
            MissingValues.Fill(copy, missing);
            filled = copy;
        }

        regression.Predict(filled, means, deviations);
        for (var row = 0; row < means.Length; row++)
        {
            (means[row], deviations[row]) = float.IsNaN(rows[row * Features])
                ? disconnected
                : (means[row], deviations[row] * calibration);
        }
    }

    /// <summary>The normal score of a value.</summary>
    public double ToScore(double value) => scale.ToScore(value);

    /// <summary>The model as text, for a model file.</summary>
    public string Serialize() => BinaryText.Write(Format, writer =>
    {
        writer.Write(calibration);
        writer.Write(disconnected.Mean);
        writer.Write(disconnected.Deviation);
        MissingValues.Write(writer, missing);
        scale.Write(writer);
        RegressionModelFormat.Write(writer, regression);
    });

    /// <summary>Whether a text is one that <see cref="Serialize"/> wrote.</summary>
    public static bool IsSerialized(string text) => text.StartsWith(Format, StringComparison.Ordinal);

    /// <summary>Reads what <see cref="Serialize"/> wrote, as data.</summary>
    /// <exception cref="InputException">The text is damaged.</exception>
    public static SurrogateModel Deserialize(string text) => BinaryText.Read(Format, text, reader =>
    {
        var calibration = reader.ReadDouble();
        var disconnected = (reader.ReadDouble(), reader.ReadDouble());
        var missing = MissingValues.Read(reader);
        var scale = TargetScale.Read(reader);
        var regression = RegressionModelFormat.Read(reader);
        return regression.Features == missing.Length
            ? new SurrogateModel(regression, scale, calibration, missing, disconnected)
            : throw new InvalidDataException($"{missing.Length} features beside a model of {regression.Features}");
    });
}
