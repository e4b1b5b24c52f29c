using BenchmarkDotNet.Attributes;
using Surrogates.Models;

namespace Surrogates.Benchmarks;

/// <summary>Training a surrogate on 100 labels.</summary>
public class FitBenchmarks
{
    private readonly TrainingSet _data = LabelledSpaces.Draw(LabelledSpaces.Spaces[0], 100);

    /// <summary>The kinds.</summary>
    public static IEnumerable<string> Kinds => SurrogateTrainers.All.Select(trainer => trainer.Name);

    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    [Params(false, true)]
    public bool Calibrate { get; set; }

    [Benchmark]
    public Surrogate Fit() => SurrogateTrainers.Get(Kind).Fit(_data, new SurrogateOptions { Calibrate = Calibrate });
}
