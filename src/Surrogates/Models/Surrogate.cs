using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Encodings;

namespace Surrogates.Models;

/// <summary>
/// A trained surrogate: predicts a task's values from an architecture's encoding, with an uncertainty. Saved as an ML.NET
/// model file that <c>mlContext.Model.Load</c> opens.
/// </summary>
/// <example>
/// <code>
/// var table = BenchmarkTable.Load("micro.csv");
/// var surrogate = SurrogateTrainers.Default.Fit(TrainingSet.From(table, "class_scene", SearchSpaces.Micro));
/// Prediction prediction = surrogate.Predict(SearchSpaces.Micro.Parse("64-41414-1_01_302"));
/// surrogate.Save("scene.zip");
/// </code>
/// </example>
public sealed class Surrogate : ISurrogate
{
    private readonly SurrogateEncoder _encoder;
    private readonly SurrogateModel _model;

    internal Surrogate(string kind, string task, SurrogateEncoder encoder, SurrogateModel model)
    {
        if (encoder.Width != model.Features)
        {
            throw new InputException(
                $"the surrogate was trained on {model.Features} features, and its encoding '{encoder.Encoding}' gives {encoder.Width}; train it again");
        }

        Kind = kind;
        Task = task;
        _encoder = encoder;
        _model = model;
    }

    /// <inheritdoc/>
    public ISearchSpace Space => _encoder.Space;

    /// <summary>The name of the <see cref="ISurrogateTrainer"/> that trained it.</summary>
    public string Kind { get; }

    /// <summary>The task whose values it predicts.</summary>
    public string Task { get; }

    /// <summary>The features that architectures are turned into.</summary>
    public ArchitectureEncoding Encoding => _encoder.Encoding;

    /// <summary>The joined columns that it was trained with beside the encoding.</summary>
    public IReadOnlyList<string> Columns => _encoder.Columns;

    internal SurrogateModel Model => _model;

    /// <summary>Reads a surrogate from an ML.NET model file.</summary>
    /// <exception cref="InputException">The file is none, or holds another model.</exception>
    public static Surrogate Load(string path) => SurrogateFile.Load(path);

    /// <summary>Saves the surrogate as an ML.NET model: text column <c>Architecture</c> in, <c>Score</c> and its deviation out.</summary>
    public void Save(string path) => SurrogateFile.Save(this, path);

    /// <summary>The surrogate with the table that its joined columns are looked up in.</summary>
    /// <exception cref="InputException">The table lacks a column.</exception>
    public Surrogate WithFeatures(FeatureTable features) => new(Kind, Task, _encoder.Join(features), _model);

    /// <summary>Predicts one architecture.</summary>
    public Prediction Predict(Architecture architecture) => Predict([architecture])[0];

    /// <inheritdoc/>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<Architecture> architectures)
    {
        ArgumentNullException.ThrowIfNull(architectures);
        if (Columns.Count > 0)
        {
            return _model.Predict(_encoder.EncodeAll(architectures));
        }

        // Equal networks have equal features: each network is scored once.
        var networks = new Dictionary<Architecture, int>(architectures.Count);
        var distinct = new List<Architecture>();
        var place = new int[architectures.Count];
        for (var i = 0; i < place.Length; i++)
        {
            if (!networks.TryGetValue(architectures[i].Canonical, out place[i]))
            {
                place[i] = distinct.Count;
                networks.Add(architectures[i].Canonical, place[i]);
                distinct.Add(architectures[i].Canonical);
            }
        }

        var predictions = _model.Predict(_encoder.EncodeAll(distinct));
        return Array.ConvertAll(place, i => predictions[i]);
    }

    /// <summary>Predicts architectures that are encoded already, in their order.</summary>
    /// <exception cref="ArgumentException">They are encoded otherwise than the surrogate was trained.</exception>
    public IReadOnlyList<Prediction> Predict(EncodedArchitectures architectures)
    {
        RequireSameEncoding(architectures);
        return _model.Predict(architectures.Rows);
    }

    /// <summary>
    /// Predicts mean and standard deviation as normal scores: on the scale where the training values have mean 0 and variance 1 and their
    /// distribution is near normal, which is where an acquisition function weighs them.
    /// </summary>
    /// <param name="architectures">The architectures.</param>
    /// <param name="means">Receives each one's mean; higher is better.</param>
    /// <param name="deviations">Receives each one's standard deviation.</param>
    /// <exception cref="ArgumentException">They are encoded otherwise than the surrogate was trained.</exception>
    public void PredictScores(EncodedArchitectures architectures, Span<double> means, Span<double> deviations)
    {
        RequireSameEncoding(architectures);
        _model.PredictScores(architectures.Rows, means, deviations);
    }

    /// <summary>The normal score of a value, on the scale of <see cref="PredictScores"/>.</summary>
    public double ToScore(double value) => _model.ToScore(value);

    private void RequireSameEncoding(EncodedArchitectures architectures)
    {
        ArgumentNullException.ThrowIfNull(architectures);
        var encoder = architectures.Encoder;
        if (!encoder.Space.Equals(Space) || !encoder.Encoding.Equals(Encoding) || !encoder.Columns.SequenceEqual(Columns))
        {
            throw new ArgumentException($"They are encoded as '{encoder.Encoding}' of '{encoder.Space}', not '{Encoding}' of '{Space}'.", nameof(architectures));
        }
    }
}
