namespace Surrogates.Models;

/// <summary>Predicts the same of every row: what is left where there is nothing to compare.</summary>
internal sealed class ConstantModel(int features, double mean, double deviation) : IRegressionModel
{
    /// <inheritdoc/>
    public int Features => features;

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> rows, Span<double> means, Span<double> deviations)
    {
        means.Fill(mean);
        deviations.Fill(deviation);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.Write(features);
        writer.Write(mean);
        writer.Write(deviation);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ConstantModel Read(BinaryReader reader)
    {
        var features = reader.ReadInt32();
        return features is >= 1 and <= short.MaxValue
            ? new ConstantModel(features, reader.ReadDouble(), reader.ReadDouble())
            : throw new InvalidDataException($"{features} features; expected 1 to {short.MaxValue}");
    }
}
