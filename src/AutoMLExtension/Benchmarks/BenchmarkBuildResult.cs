using Surrogates.Benchmarks;
using Surrogates.Evaluation;
using Surrogates.Training.Tasks;

namespace Surrogates.AutoML.Benchmarks;

/// <summary>The trainings of a benchmark.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="Architectures">The texts of the architectures.</param>
/// <param name="Trainings">The trainings, by architecture, task and seed.</param>
public sealed record BenchmarkBuildResult(
    IReadOnlyList<ITrainingTask> Tasks, IReadOnlyList<string> Architectures, IReadOnlyList<BenchmarkTraining> Trainings)
{
    /// <summary>A row an architecture, a column a task: the mean over the seeds, missing where none succeeded.</summary>
    /// <param name="name">The name of the table.</param>
    /// <param name="isBest">Whether to take the best epoch and not the last.</param>
    public BenchmarkTable ToTable(string name, bool isBest = false)
    {
        var values = Trainings.ToLookup(training => (training.Task, training.Architecture), training => isBest ? training.Best : training.Last);
        return new BenchmarkTable(
            name,
            Architectures,
            [.. Tasks.Select(task => task.Name)],
            [.. Tasks.Select(task => Architectures.Select(architecture => MeanOf(values[(task.Name, architecture)])).ToArray())]);
    }

    /// <summary>
    /// How alike two seeds rank the architectures: Spearman's correlation, mean over the pairs of seeds; NaN with a single one. It bounds
    /// what any predictor can reach.
    /// </summary>
    public double GetSeedAgreement(string task)
    {
        var seeds = Trainings.Where(training => training.Task == task)
            .GroupBy(training => training.Seed)
            .Select(group => group.ToDictionary(training => training.Architecture, training => training.Last))
            .ToArray();
        double[] agreements =
        [
            .. from first in Enumerable.Range(0, seeds.Length)
               from second in Enumerable.Range(first + 1, seeds.Length - first - 1)
               select Correlate(seeds[first], seeds[second]),
        ];
        return agreements.Length > 0 ? agreements.Average() : double.NaN;
    }

    private static double Correlate(Dictionary<string, double> first, Dictionary<string, double> second)
    {
        string[] common =
        [
            .. first.Keys.Where(key => double.IsFinite(first[key]) && double.IsFinite(second.GetValueOrDefault(key, double.NaN))),
        ];
        return common.Length < 2
            ? double.NaN
            : RankCorrelation.Spearman(Array.ConvertAll(common, key => first[key]), Array.ConvertAll(common, key => second[key]));
    }

    private static double MeanOf(IEnumerable<double> values) => values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
}
