using Surrogates.Architectures;
using Surrogates.AutoML.Benchmarks;
using Surrogates.Evaluation;
using Surrogates.Tests;

namespace Surrogates.AutoML.Tests.Benchmarks;

public sealed class BenchmarkBuilderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Journal => _folder.File("trainings.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheTableHasTheMeanOverTheSeeds()
    {
        var result = Build(seeds: 2, parallelism: 2);
        Assert.Equal(3 * 2, result.Trainings.Count);
        Assert.All(result.Trainings, training => Assert.Single(training.Curve));
        var table = result.ToTable("small");
        Assert.Equal(SmallTrainings.Distinct(3).Select(architecture => architecture.Text), table.Architectures);
        Assert.Equal(["regression"], table.Tasks);
        foreach (var architecture in table.Architectures)
        {
            var values = result.Trainings.Where(training => training.Architecture == architecture).Select(training => training.Last).ToArray();
            Assert.NotEqual(values[0], values[1]);
            Assert.Equal(values.Average(), table.Value(table.IndexOf(architecture), "regression"));
        }

        double[] Of(int seed) => [.. result.Trainings.Where(training => training.Seed == seed).Select(training => training.Last)];
        Assert.Equal(RankCorrelation.Spearman(Of(1), Of(2)), result.GetSeedAgreement("regression"), 1e-12);
        Assert.Equal(Values(result), Values(Build(seeds: 2, parallelism: 1)));
    }

    [Fact]
    public void ABuildThatWasStoppedGoesOnAndALargerOneAdds()
    {
        var whole = Values(Build(seeds: 2));
        using var source = new CancellationTokenSource();
        var progress = new ImmediateProgress<BenchmarkTraining>(_ => source.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(() => Build(seeds: 1, journal: Journal, progress: progress, cancellation: source.Token));
        var kept = File.ReadAllText(Journal);
        Assert.InRange(kept.Split('\n').Length - 1, 1, 2);

        // As if the process had died in the middle of a line.
        File.AppendAllText(Journal, kept[..20]);
        var resumed = Build(seeds: 2, journal: Journal);
        Assert.Equal(whole, Values(resumed));
        Assert.StartsWith(kept, File.ReadAllText(Journal));
        Assert.Equal(3 * 2, File.ReadAllLines(Journal).Length);

        // Nothing is left to train.
        Assert.Equal(resumed.Trainings.Select(training => training.Seconds), Build(seeds: 2, journal: Journal).Trainings.Select(training => training.Seconds));
    }

    [Fact]
    public void TrainingsOfAnotherProtocolAreNotTaken()
    {
        var first = Build(seeds: 1, journal: Journal);
        var second = Build(seeds: 1, journal: Journal, learningRate: .02);
        Assert.NotEqual(Values(first), Values(second));
        Assert.Equal(2 * 3, File.ReadAllLines(Journal).Length);
        Assert.Equal(Values(first), Values(Build(seeds: 1, journal: Journal)));
    }

    [Fact]
    public void ATrainingThatFailsIsAMissingValue()
    {
        var (task, images) = SmallTrainings.Regression();
        var options = new BenchmarkBuilderOptions { Architectures = SmallTrainings.Distinct(2), Training = SmallTrainings.Diverging, Journal = Journal };
        var result = new BenchmarkBuilder([task], images, options).Run();
        Assert.All(result.Trainings, training => Assert.Contains("diverged", training.Failure, StringComparison.Ordinal));
        Assert.Equal(0, result.ToTable("failed").MeasuredCount("regression"));
        Assert.Equal(double.NaN, result.GetSeedAgreement("regression"));
        Assert.Equal(2, File.ReadAllLines(Journal).Length);
    }

    [Fact]
    public void SamplesAreDistinctAndSmallerOnesAreTheBeginningOfLargerOnes()
    {
        var many = BenchmarkBuilderOptions.Sample(SearchSpaces.Micro, 200, seed: 3);
        Assert.Equal(200, many.Select(architecture => architecture.Text).Distinct().Count());
        Assert.Equal(many.Take(50), BenchmarkBuilderOptions.Sample(SearchSpaces.Micro, 50, seed: 3));
        Assert.NotEqual(many.Take(50), BenchmarkBuilderOptions.Sample(SearchSpaces.Micro, 50, seed: 4));
        Assert.Equal(27, BenchmarkBuilderOptions.Sample(SmallTrainings.Space, 100, seed: 1).Count);
    }

    [Fact]
    public void WhatCannotBeBuiltIsRefused()
    {
        var (task, images) = SmallTrainings.Regression();
        var twice = new BenchmarkBuilderOptions { Architectures = [.. SmallTrainings.Distinct(1), .. SmallTrainings.Distinct(1)] };
        Assert.Throws<ArgumentException>(() => new BenchmarkBuilder([task], images, twice));
        var one = new BenchmarkBuilderOptions { Architectures = SmallTrainings.Distinct(1) };
        Assert.Throws<ArgumentException>(() => new BenchmarkBuilder([task, task], images, one));
        Assert.Throws<ArgumentException>(() => new BenchmarkBuilder([], images, one));

        File.WriteAllText(Journal, "{\"arch\":1}\n");
        var message = Assert.Throws<InputException>(() => new BenchmarkBuilder([task], images, one with { Journal = Journal }).Run()).Message;
        Assert.Contains("line 1", message, StringComparison.Ordinal);
    }

    private static BenchmarkBuildResult Build(
        int seeds,
        int parallelism = 1,
        string? journal = null,
        IProgress<BenchmarkTraining>? progress = null,
        double learningRate = .05,
        CancellationToken cancellation = default)
    {
        var (task, images) = SmallTrainings.Regression();
        var options = new BenchmarkBuilderOptions
        {
            Architectures = SmallTrainings.Distinct(3),
            Seeds = seeds,
            Training = asked => SmallTrainings.Options(asked, learningRate),
            Parallelism = parallelism,
            Journal = journal,
        };
        return new BenchmarkBuilder([task], images, options).Run(progress, cancellation);
    }

    private static double[] Values(BenchmarkBuildResult result) => [.. result.Trainings.Select(training => training.Last)];
}
