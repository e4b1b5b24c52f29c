using System.Globalization;
using Surrogates.Cli.Hosting;
using Surrogates.Cli.Output;
using Surrogates.Evaluation;
using Surrogates.Training.Data;
using Surrogates.Training.Loop;
using Surrogates.Training.Models;
using Surrogates.Training.Tasks;

namespace Surrogates.Cli.Commands.Train;

/// <summary>Trainings of one architecture, as a table and as JSON: one element a seed.</summary>
internal sealed record TrainReport(ITrainingTask Task, IReadOnlyList<TrainReport.Element> Trainings)
{
    /// <summary>Tests the networks.</summary>
    public static TrainReport Create(
        IReadOnlyList<TrainedNetwork> networks, ImageSplits images, TrainingOptions options, CommandContext context)
    {
        var task = networks[0].Task;
        var device = options.Device!.ToString();
        var trivial = images.Test.Count > 0 ? Metric(TrivialPredictor.Evaluate(task, images.Train, images.Test, context.Cancellation)) : null;
        return new(task, [.. networks.Select((network, index) => Describe(network, options.Seed + index))]);

        Element Describe(TrainedNetwork network, int seed)
        {
            var training = network.Training!;
            var test = images.Test.Count > 0 ? network.Evaluate(images.Test, context.Cancellation) : null;
            return new Element(
                network.Architecture.Text,
                task.Name,
                seed,
                device,
                [.. training.Epochs.Select(epoch => new EpochElement(epoch.Epoch, epoch.LearningRate, epoch.TrainingLoss, epoch.Validation, epoch.Seconds))],
                task.Metric.Name,
                Metric(training.Final?.Validation),
                Metric(test),
                test,
                trivial,
                training.Seconds,
                training.StepMilliseconds,
                training.Parameters,
                training.End.ToString());
        }

        double? Metric(IReadOnlyDictionary<string, double>? metrics) => metrics?[task.Metric.Name];
    }

    /// <summary>The network that is best on the validation images.</summary>
    public TrainedNetwork Best(IReadOnlyList<TrainedNetwork> networks) =>
        networks.Zip(Trainings).MaxBy(pair => Task.Metric.ToScore(pair.Second.Validation ?? 0)).First;

    public void Write(string? output, CommandContext context)
    {
        var table = new ResultTable().Text("architecture").Numbers(["seed", "epochs"])
            .Numbers([$"validation {Task.Metric.Name}", $"test {Task.Metric.Name}", "time", "ms a step", "parameters"]);
        foreach (var training in Trainings)
        {
            table.Row(
                training.Arch,
                training.Seed.ToString(CultureInfo.InvariantCulture),
                Numerals.Count(training.Epochs.Count),
                Numerals.Value(training.Validation ?? double.NaN),
                Numerals.Value(training.Test ?? double.NaN),
                Numerals.Seconds(training.Seconds),
                training.StepMilliseconds.ToString("F1", CultureInfo.InvariantCulture),
                Numerals.Count(training.Parameters));
        }

        context.Show(table);
        context.Line($"{Task.Metric.Name}: {Task.Metric.Description}; {(Task.Metric.HigherIsBetter ? "higher" : "lower")} is better");
        if (DescribeTest() is { } test)
        {
            context.Line(test);
        }

        if (output is not null)
        {
            context.Note($"Wrote {output}: new MLContext().Model.Load(\"{output}\", out _) opens it.");
        }

        context.WriteJson(Trainings);
    }

    // What several seeds say together, and what can be had without looking.
    private string? DescribeTest()
    {
        if (Trainings.Any(training => training.Test is null))
        {
            return null;
        }

        double[] tests = [.. Trainings.Select(training => training.Test!.Value)];
        var line = $"test {Task.Metric.Name} {Numerals.Value(tests.Average())}";
        if (tests.Length > 1)
        {
            var interval = StudentInterval.OfMean(tests);
            line += $", 95% interval {Numerals.Value(interval.Lower)} to {Numerals.Value(interval.Upper)} over {tests.Length} seeds";
        }

        return Trainings[0].Trivial is { } trivial
            ? $"{line}; {Numerals.Value(trivial)} with the same answer for every image"
            : line;
    }

    /// <summary>A training.</summary>
    internal sealed record Element(
        string Arch,
        string Task,
        int Seed,
        string Device,
        IReadOnlyList<EpochElement> Epochs,
        string Metric,
        double? Validation,
        double? Test,
        IReadOnlyDictionary<string, double>? TestMetrics,
        double? Trivial,
        double Seconds,
        double StepMilliseconds,
        long Parameters,
        string End);

    /// <summary>An epoch.</summary>
    internal sealed record EpochElement(
        int Epoch, double LearningRate, double Loss, IReadOnlyDictionary<string, double>? Validation, double Seconds);
}
