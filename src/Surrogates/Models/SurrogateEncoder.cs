using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Encodings;

namespace Surrogates.Models;

/// <summary>Turns architectures into a surrogate's rows: their encoding, then the joined columns, NaN where a number is missing.</summary>
internal sealed class SurrogateEncoder
{
    private readonly FeatureTable? _features;
    private readonly int _encoded;

    public SurrogateEncoder(ISearchSpace space, ArchitectureEncoding encoding, FeatureTable? features)
        : this(space, encoding, features?.Features ?? [], features)
    {
    }

    private SurrogateEncoder(ISearchSpace space, ArchitectureEncoding encoding, IReadOnlyList<string> columns, FeatureTable? features)
    {
        Space = space;
        Encoding = encoding;
        Encoder = encoding.For(space);
        Columns = columns;
        _features = features;
        _encoded = Encoder.FeatureNames.Count;
    }

    public ISearchSpace Space { get; }

    public ArchitectureEncoding Encoding { get; }

    public IArchitectureEncoder Encoder { get; }

    /// <summary>The joined columns' names.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The number of features of a row.</summary>
    public int Width => _encoded + Columns.Count;

    /// <summary>An encoder of a model that was loaded, whose joined columns are only known by name.</summary>
    public static SurrogateEncoder Unjoined(ISearchSpace space, ArchitectureEncoding encoding, IReadOnlyList<string> columns) =>
        new(space, encoding, columns, features: null);

    /// <summary>The encoder with the table that its columns are looked up in.</summary>
    /// <exception cref="InputException">The table lacks a column.</exception>
    public SurrogateEncoder Join(FeatureTable features)
    {
        var lacking = Columns.FirstOrDefault(column => !features.Features.Contains(column));
        return lacking is null
            ? new SurrogateEncoder(Space, Encoding, Columns, features)
            : throw new InputException($"feature table '{features.Name}': has no column '{lacking}', which the surrogate was trained with");
    }

    /// <summary>
    /// Writes an architecture's encoding as surrogates read it: all NaN where the output does not depend on the input, for such a network
    /// is not compared by its features (<see cref="SurrogateModel"/>).
    /// </summary>
    public static void Encode(IArchitectureEncoder encoder, Architecture architecture, Span<float> features)
    {
        if (architecture.Space.IsConnected(architecture))
        {
            encoder.Encode(architecture, features);
        }
        else
        {
            features.Fill(float.NaN);
        }
    }

    public float[] EncodeAll(IReadOnlyList<Architecture> architectures)
    {
        if (Columns.Count > 0 && _features is null)
        {
            throw new InputException(
                $"the surrogate was trained with joined columns ({string.Join(", ", Columns)}); give the table that has them (--features)");
        }

        var rows = new float[architectures.Count * Width];
        for (var i = 0; i < architectures.Count; i++)
        {
            var row = rows.AsSpan(i * Width, Width);
            Encode(Encoder, architectures[i], row[.._encoded]);
            Look(architectures[i], row[_encoded..]);
        }

        return rows;
    }

    private void Look(Architecture architecture, Span<float> values)
    {
        var row = Columns.Count == 0 ? -1 : _features!.IndexOf(architecture.Text);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row < 0 ? float.NaN : (float)_features!.Column(Columns[i])[row];
        }
    }
}
