using Surrogates.Architectures;
using Surrogates.AutoML.Benchmarks;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Output;
using Surrogates.Evaluation;
using Surrogates.Training.Tasks;

namespace Surrogates.Cli.Commands.Benchmark;

/// <summary>What was trained for a benchmark: one element a task. Values are such that higher is better.</summary>
internal sealed record BuildReport(IReadOnlyList<BuildReport.Element> Tasks)
{
    public static BuildReport Of(BenchmarkBuildResult result, ISearchSpace space, int seeds) =>
        new([.. result.Tasks.Select(task => Describe(task, result, space, seeds))]);

    public void Write(string output, CommandContext context)
    {
        var table = new ResultTable().Text("task").Text("metric").Numbers(["trainings", "failed", "lowest", "median", "highest"])
            .Numbers(["seed to seed", "s a training"]);
        foreach (var task in Tasks)
        {
            table.Row(
                task.Task,
                task.HigherIsBetter ? task.Metric : $"−{task.Metric}",
                Numerals.Count(task.Trainings),
                Numerals.Count(task.Failed),
                Numerals.Value(task.Lowest),
                Numerals.Value(task.Median),
                Numerals.Value(task.Highest),
                Numerals.Correlation(task.SeedSpearman),
                Numerals.Value(task.SecondsPerTraining));
        }

        context.Show(table);
        context.Line($"Wrote {output}: higher is better in every column; seed to seed: Spearman correlation of the trainings of two seeds");
        context.WriteJson(Tasks);
    }

    private static Element Describe(ITrainingTask task, BenchmarkBuildResult result, ISearchSpace space, int seeds)
    {
        BenchmarkTraining[] trainings = [.. result.Trainings.Where(training => training.Task == task.Name)];
        double[] values = [.. trainings.Select(training => training.Last).Where(double.IsFinite).DefaultIfEmpty(double.NaN)];
        return new Element(
            space.Name,
            task.Name,
            task.Metric.Name,
            task.Metric.HigherIsBetter,
            result.Architectures.Count,
            seeds,
            trainings.Length,
            trainings.Count(training => training.Failure is not null),
            values.Min(),
            SampleStatistics.Median(values),
            values.Max(),
            result.GetSeedAgreement(task.Name),
            trainings.Average(training => training.Seconds));
    }

    /// <summary>A task.</summary>
    internal sealed record Element(
        string Space,
        string Task,
        string Metric,
        bool HigherIsBetter,
        int Architectures,
        int Seeds,
        int Trainings,
        int Failed,
        double Lowest,
        double Median,
        double Highest,
        double SeedSpearman,
        double SecondsPerTraining);
}
