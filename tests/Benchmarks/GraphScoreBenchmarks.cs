using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.Architectures;
using Surrogates.Encodings;
using Surrogates.Models;

namespace Surrogates.Benchmarks;

/// <summary>How fast trained graph networks score 100,000 architectures in an ML.NET pipeline, on one core.</summary>
public class GraphScoreBenchmarks
{
    private const int Count = 100_000;

    private readonly MLContext _context = new();
    private ITransformer? _scoring;
    private ITransformer? _pipeline;
    private readonly double[] _means = new double[Count];
    private readonly double[] _deviations = new double[Count];
    private Architecture[] _architectures = [];
    private Surrogate? _surrogate;
    private EncodedArchitectures? _candidates;
    private IDataView? _texts;
    private IDataView? _encoded;

    /// <summary>The space.</summary>
    [Params("micro", "macro")]
    public string Space { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var space = SearchSpaces.Load(Space);
        var set = LabelledSpaces.Draw(space, 100);
        var rows = set.Architectures.Zip(set.Values, (a, value) => new Row { Architecture = a.Text, Label = (float)value });
        var data = _context.Data.LoadFromEnumerable(rows);
        var encoding = ArchitectureEncoding.WithGraphFor(space);
        var encoder = _context.Transforms.EncodeArchitecture("Features", "Architecture", space, encoding).Fit(data);
        _scoring = _context.Regression.Trainers.ArchitectureGraph().Fit(encoder.Transform(data));
        _pipeline = new TransformerChain<ITransformer>(encoder, _scoring);

        _architectures = [.. Enumerable.Repeat(space.Enumerate(), Count).SelectMany(all => all).Take(Count)];
        _surrogate = SurrogateTrainers.Get("gnn").Fit(set);
        _candidates = new EncodedArchitectures(space, _architectures, _surrogate.Encoding);

        string[] all = [.. space.Enumerate().Select(a => a.Text)];
        _texts = _context.Data.LoadFromEnumerable(Enumerable.Range(0, Count).Select(i => new Row { Architecture = all[i % all.Length] }).ToArray());
        var features = encoder.Transform(_texts);
        _encoded = _context.Data.Cache(features, "Features");
        _ = _encoded.GetColumn<float[]>("Features").Sum(row => row[0]);
    }

    /// <summary>From architectures to predictions, a surrogate's batch: equal networks are scored once.</summary>
    [Benchmark]
    public int Surrogate() => _surrogate!.Predict(_architectures).Count;

    /// <summary>From a surrogate's features to normal scores: what a search does with its candidates.</summary>
    [Benchmark]
    public double Batch()
    {
        _surrogate!.PredictScores(_candidates!, _means, _deviations);
        return _means[0];
    }

    /// <summary>From features to scores.</summary>
    [Benchmark]
    public float FromFeatures() => _scoring!.Transform(_encoded).GetColumn<float>("Score").Sum();

    /// <summary>From texts to scores.</summary>
    [Benchmark]
    public float FromTexts() => _pipeline!.Transform(_texts).GetColumn<float>("Score").Sum();

    private sealed class Row
    {
        public string Architecture { get; set; } = "";

        public float Label { get; set; }
    }
}
