namespace Surrogates.Models;

/// <summary>
/// A mixture of models: the weighted mean of their means, and the variance of what picks one of them at random by its weight, which grows where
/// they disagree.
/// </summary>
internal sealed class MixtureModel : IRegressionModel
{
    private const int MaximumModels = 64;

    private readonly IReadOnlyList<MixtureMember> _members;

    /// <summary>Creates a mixture.</summary>
    /// <param name="features">The number of features that a row has.</param>
    /// <param name="members">The models, with weights that add up to 1.</param>
    public MixtureModel(int features, IReadOnlyList<MixtureMember> members) => (Features, _members) = (features, members);

    /// <inheritdoc/>
    public int Features { get; }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> rows, Span<double> means, Span<double> deviations)
    {
        var mean = new double[means.Length];
        var deviation = new double[means.Length];
        means.Clear();
        deviations.Clear();
        var total = 0.0;
        foreach (var member in _members)
        {
            member.Model.Predict(member.Skipped == 0 ? rows : FeatureRows.Skip(rows, Features, member.Skipped), mean, deviation);
            total += member.Weight;
            for (var row = 0; row < mean.Length; row++)
            {
                var difference = mean[row] - means[row];
                means[row] += difference * member.Weight / total;
                deviations[row] += member.Weight * ((difference * (mean[row] - means[row])) + (deviation[row] * deviation[row]));
            }
        }

        foreach (ref var variance in deviations)
        {
            variance = Math.Sqrt(variance / total);
        }
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Features);
        writer.Write(_members.Count);
        foreach (var (weight, skipped, model) in _members)
        {
            writer.Write(weight);
            writer.Write(skipped);
            RegressionModelFormat.Write(writer, model);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static MixtureModel Read(BinaryReader reader)
    {
        var features = reader.ReadInt32();
        var members = new MixtureMember[ReadCount(reader)];
        for (var i = 0; i < members.Length; i++)
        {
            var (weight, skipped) = (reader.ReadDouble(), reader.ReadInt32());
            members[i] = new MixtureMember(weight, skipped, RegressionModelFormat.ReadMember(reader));
            if (!(weight is > 0 and <= 1) || skipped < 0 || skipped + members[i].Model.Features != features)
            {
                throw new InvalidDataException(
                    $"a model of {members[i].Model.Features} features with the weight {weight} after {skipped} of {features}");
            }
        }

        return new MixtureModel(features, members);
    }

    /// <summary>Reads the first format: models of equal weight over all features.</summary>
    public static MixtureModel ReadAverage(BinaryReader reader)
    {
        var members = new MixtureMember[ReadCount(reader)];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = new MixtureMember(1.0 / members.Length, 0, RegressionModelFormat.ReadMember(reader));
        }

        return members.All(member => member.Model.Features == members[0].Model.Features)
            ? new MixtureModel(members[0].Model.Features, members)
            : throw new InvalidDataException("an average of models with different features");
    }

    private static int ReadCount(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return count is >= 1 and <= MaximumModels
            ? count
            : throw new InvalidDataException($"a mixture of {count} models; expected 1 to {MaximumModels}");
    }
}

/// <summary>A model of a <see cref="MixtureModel"/>.</summary>
/// <param name="Weight">Its weight, above 0.</param>
/// <param name="Skipped">How many of a row's first features it does not see.</param>
/// <param name="Model">The model.</param>
internal sealed record MixtureMember(double Weight, int Skipped, IRegressionModel Model);
