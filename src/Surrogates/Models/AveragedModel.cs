namespace Surrogates.Models;

/// <summary>
/// The average of models: the mean of their means, and the variance of a mixture that picks one of them at random, which grows
/// where they disagree.
/// </summary>
internal sealed class AveragedModel(IReadOnlyList<IRegressionModel> models) : IRegressionModel
{
    private const int MaximumModels = 64;

    public int Features => models[0].Features;

    public void Predict(ReadOnlySpan<float> rows, Span<double> means, Span<double> deviations)
    {
        var mean = new double[means.Length];
        var deviation = new double[means.Length];
        means.Clear();
        deviations.Clear();
        for (var model = 0; model < models.Count; model++)
        {
            models[model].Predict(rows, mean, deviation);
            for (var row = 0; row < mean.Length; row++)
            {
                var difference = mean[row] - means[row];
                means[row] += difference / (model + 1);
                deviations[row] += (difference * (mean[row] - means[row])) + (deviation[row] * deviation[row]);
            }
        }

        foreach (ref var variance in deviations)
        {
            variance = Math.Sqrt(variance / models.Count);
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(models.Count);
        foreach (var model in models)
        {
            RegressionModelFormat.Write(writer, model);
        }
    }

    public static AveragedModel Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count is < 1 or > MaximumModels)
        {
            throw new InvalidDataException($"an average of {count} models; expected 1 to {MaximumModels}");
        }

        var models = new IRegressionModel[count];
        for (var i = 0; i < count; i++)
        {
            // An average of averages would let a file of a few bytes nest without end.
            models[i] = RegressionModelFormat.Read(reader) is var model and not AveragedModel
                ? model
                : throw new InvalidDataException("an average of averages");
        }

        return models.All(model => model.Features == models[0].Features)
            ? new AveragedModel(models)
            : throw new InvalidDataException("an average of models with different features");
    }
}
