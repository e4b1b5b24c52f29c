using BenchmarkDotNet.Attributes;
using Surrogates.Architectures;
using Surrogates.Models;

namespace Surrogates.Benchmarks;

/// <summary>From text to prediction: all 7,352 architectures of both spaces, with surrogates that were loaded from files.</summary>
public class ScoreBenchmarks
{
    private (Surrogate Surrogate, string[] Texts)[] _spaces = [];

    /// <summary>The labels that each surrogate learned from; above 1,000 the default surrogate is trees and graph networks.</summary>
    [Params(100, 10_000)]
    public int Labels { get; set; }

    [GlobalSetup]
    public void Load() =>
        _spaces = [.. LabelledSpaces.Spaces.Select(space => (Load(space), space.Enumerate().Select(a => a.Text).ToArray()))];

    [Benchmark]
    public double Score()
    {
        var sum = 0.0;
        foreach (var (surrogate, texts) in _spaces)
        {
            foreach (var prediction in surrogate.Predict(Array.ConvertAll(texts, surrogate.Space.Parse)))
            {
                sum += prediction.Score;
            }
        }

        return sum;
    }

    private Surrogate Load(ISearchSpace space)
    {
        var path = Path.GetTempFileName();
        SurrogateTrainers.Default.Fit(LabelledSpaces.Draw(space, Labels), new SurrogateOptions { Calibrate = false }).Save(path);
        var loaded = Surrogate.Load(path);
        File.Delete(path);
        return loaded;
    }
}
