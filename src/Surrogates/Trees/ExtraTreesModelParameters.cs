using Surrogates.ModelFiles;
using Surrogates.Models;

namespace Surrogates.Trees;

/// <summary>Trained extremely randomized trees. Immutable and safe for use from several threads.</summary>
public sealed class ExtraTreesModelParameters
{
    private const string Format = "surrogates.trees.v1:";

    private readonly TreeEnsemble _trees;
    private readonly float[] _missing;
    private readonly Lazy<string> _text;

    private ExtraTreesModelParameters(TreeEnsemble trees, float[] missing)
    {
        (_trees, _missing) = (trees, missing);
        _text = new Lazy<string>(() => BinaryText.Write(Format, Write));
    }

    /// <summary>The number of trees.</summary>
    public int NumberOfTrees => _trees.Members;

    /// <summary>The number of features that a row has.</summary>
    public int NumberOfFeatures => _trees.Features;

    /// <summary>Predicts one row.</summary>
    /// <param name="features"><see cref="NumberOfFeatures"/> numbers; NaN means missing.</param>
    /// <returns>The mean over the trees, and their standard deviation.</returns>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public (float Score, float StandardDeviation) Predict(ReadOnlySpan<float> features)
    {
        if (features.Length != NumberOfFeatures)
        {
            throw new ArgumentException($"The trees were trained on {NumberOfFeatures} features, not {features.Length}.", nameof(features));
        }

        float[] row = [.. features];
        MissingValues.Fill(row, _missing);
        var (mean, deviation) = (0.0, 0.0);
        _trees.Predict(row, new(ref mean), new(ref deviation));
        return ((float)mean, (float)deviation);
    }

    internal static ExtraTreesModelParameters Fit(ExtraTreesOptions options, float[] rows, double[] labels)
    {
        var missing = MissingValues.Find(rows, rows.Length / labels.Length);
        MissingValues.Fill(rows, missing);
        return new ExtraTreesModelParameters(new ExtraTreesBuilder(options, rows, labels).Build(), missing);
    }

    internal string Serialize() => _text.Value;

    internal static ExtraTreesModelParameters Deserialize(string text) => BinaryText.Read(Format, text, reader =>
    {
        var missing = MissingValues.Read(reader);
        var trees = TreeEnsemble.Read(reader);
        return trees.Features == missing.Length
            ? new ExtraTreesModelParameters(trees, missing)
            : throw new InvalidDataException($"{missing.Length} features beside trees of {trees.Features}");
    });

    private void Write(BinaryWriter writer)
    {
        MissingValues.Write(writer, _missing);
        _trees.Write(writer);
    }
}
