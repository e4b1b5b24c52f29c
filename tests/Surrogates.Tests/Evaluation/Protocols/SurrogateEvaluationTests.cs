using System.Globalization;
using System.Text;
using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Encodings;
using Surrogates.Evaluation.Protocols;
using Surrogates.Models;
using Surrogates.Trees;

namespace Surrogates.Tests.Evaluation.Protocols;

public class SurrogateEvaluationTests
{
    private static readonly ISearchSpace Space = SearchSpaces.Micro;

    private static readonly ISurrogateTrainer Trees = new ExtraTreesSurrogateTrainer(new ExtraTreesOptions { NumberOfTrees = 10 });

    private static readonly BenchmarkTable Table = CreateTable();

    [Theory]
    [InlineData(SplitKind.String, false)]
    [InlineData(SplitKind.Network, false)]
    [InlineData(SplitKind.String, true)]
    public void Values_of_test_rows_do_not_reach_what_is_predicted(SplitKind split, bool withFeatures)
    {
        // The test rows' values change places, and every kind of surrogate predicts the same; of variants the cheap ones.
        var plain = split == SplitKind.String && !withFeatures;
        var options = new EvaluationOptions { TrainSizes = [25], Repeats = 1, Split = split, Features = withFeatures ? Features() : null };
        foreach (var trainer in plain ? SurrogateTrainers.All : [Trees, SurrogateTrainers.Get("gp")])
        {
            var original = new RecordingTrainer(trainer);
            Run(Table, ["a"], [original], options);
            var training = original.Trained[0].Data.Architectures.Select(architecture => Table.IndexOf(architecture.Text)).ToHashSet();
            var permuted = new RecordingTrainer(trainer);
            Run(PermuteOutside(training), ["a"], [permuted], options);
            Assert.Equal(original.Trained[0].Data.Architectures, permuted.Trained[0].Data.Architectures);
            Assert.Equal(Predictions(original), Predictions(permuted));
        }

        IReadOnlyList<Prediction> Predictions(RecordingTrainer trainer) =>
            trainer.Trained[0].Surrogate.Predict([.. Table.Architectures.Select(Space.Parse)]);
    }

    [Fact]
    public void Every_model_is_trained_on_the_same_rows_and_smaller_sets_are_part_of_larger_ones()
    {
        RecordingTrainer[] models = [new(Trees), new(SurrogateTrainers.Get("gp"))];
        Run(Table, ["a"], models, new EvaluationOptions { TrainSizes = [10, 30], Repeats = 2, Parallelism = 1 });
        var drawn = models.Select(model => model.Trained.Select(trained => trained.Data.Architectures).ToList()).ToList();
        Assert.Equal(drawn[0], drawn[1]);
        Assert.Equal(drawn[0][0], drawn[0][1].Take(10));
        Assert.Equal(drawn[0][2], drawn[0][3].Take(10));
        Assert.NotEqual(drawn[0][0], drawn[0][2]);
        Assert.All(drawn[0], rows => Assert.All(rows, row => Assert.False(double.IsNaN(Table.Value(Table.IndexOf(row.Text), "a")))));
    }

    [Fact]
    public void Results_say_what_was_measured_in_the_order_asked_for()
    {
        var results = Run(Table, ["b", "a"], [Trees], new EvaluationOptions { TrainSizes = [10, 20], Repeats = 2 });
        Assert.Equal([("b", 10), ("b", 20), ("a", 10), ("a", 20)], results.Select(result => (result.Task, result.TrainSize)));
        Assert.All(results, result => Assert.Equal(("extratrees", 2), (result.Model, result.Repeats)));
        Assert.All(results, result => Assert.Equal(Table.MeasuredCount(result.Task) - result.TrainSize, result.Candidates));
        Assert.All(results, result => Assert.InRange(result.RegretAt10.Mean, 0, result.RegretAt1.Mean));
    }

    [Theory]
    [InlineData(SplitKind.String)]
    [InlineData(SplitKind.Network)]
    public void Results_do_not_depend_on_how_many_run_at_a_time(SplitKind split)
    {
        var options = new EvaluationOptions { TrainSizes = [10, 20], Repeats = 3, Split = split };
        var runs = new[] { 1, 4 }.Select(parallelism =>
            Run(Table, ["a", "b"], [Trees, SurrogateTrainers.Default], options with { Parallelism = parallelism })
                .Select(result => result with { FitSeconds = 0, PredictSeconds = 0 })).ToList();
        Assert.Equal(runs[0], runs[1]);
    }

    [Fact]
    public void Joined_columns_are_learned_from()
    {
        // The column is the value itself.
        var options = new EvaluationOptions { TrainSizes = [60], Repeats = 2 };
        var without = Run(Table, ["b"], [Trees], options)[0];
        var with = Run(Table, ["b"], [Trees], options with { Features = Features() })[0];
        Assert.InRange(with.Spearman.Mean, 0.9, 1);
        Assert.InRange(without.Spearman.Mean, -1, with.Spearman.Mean);
    }

    [Fact]
    public void Progress_reaches_the_end_and_cancellation_stops_it()
    {
        var shares = new List<double>();
        var options = new EvaluationOptions { TrainSizes = [10], Repeats = 4 };
        Evaluation().Run(["a"], [Trees], options, new Receiver<double>(shares.Add), TestContext.Current.CancellationToken);
        Assert.Equal([0.25, 0.5, 0.75, 1], shares.Order());

        using var cancellation = new CancellationTokenSource();
        var (token, cancel) = (cancellation.Token, new Receiver<double>(_ => cancellation.Cancel()));
        Assert.Throws<OperationCanceledException>(() => Evaluation().Run(["a"], [Trees], options with { Repeats = 1000 }, cancel, token));
    }

    [Fact]
    public void Too_few_rows_are_told_before_anything_is_trained()
    {
        var model = new RecordingTrainer(Trees);
        var options = new EvaluationOptions { TrainSizes = [10, 120] };
        var exception = Assert.Throws<InputException>(() => Run(Table, ["b", "a"], [model], options));
        Assert.Equal("small, task 'a': 120 measured rows; training on 120 and testing needs at least 122", exception.Message);
        Assert.Empty(model.Trained);
    }

    [Fact]
    public void Where_the_rest_is_one_network_nothing_is_left_to_test_on()
    {
        // All texts are one network: whichever are trained on, the others are none to test on.
        Architecture[] same = [.. Space.Enumerate().GroupBy(row => row.Canonical).MaxBy(group => group.Count())!.Take(40)];
        var table = new BenchmarkTable("same", [.. same.Select(row => row.Text)], ["t"], [[.. same.Select((_, i) => (double)i)]]);
        var options = new EvaluationOptions { TrainSizes = [20], Repeats = 1, Split = SplitKind.Network };
        var exception = Assert.Throws<InputException>(() => Run(table, ["t"], [Trees], options));
        Assert.Equal("same, task 't': 0 row(s) are left to test on after training on 20", exception.Message);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<InputException>(() => Run(Table, ["other"], [Trees]));
        Assert.Throws<InputException>(() => Run(Table, ["a"], [Trees], new EvaluationOptions { TrainSizes = [1] }));
        Assert.Throws<InputException>(() => Run(Table, ["a"], [Trees], new EvaluationOptions { TrainSizes = [int.MaxValue] }));
        Assert.Throws<ArchitectureFormatException>(() => new SurrogateEvaluation(Table, SearchSpaces.Macro));
        Assert.Throws<ArgumentNullException>(() => Run(Table, null!, [Trees]));
        Assert.Throws<ArgumentNullException>(() => Run(Table, ["a"], null!));
        foreach (var options in new EvaluationOptions[]
        {
            new() { TrainSizes = [] }, new() { TrainSizes = [10, -1] }, new() { Repeats = 0 }, new() { Parallelism = 0 },
        })
        {
            Assert.ThrowsAny<ArgumentException>(() => Run(Table, ["a"], [Trees], options));
        }
    }

    [Fact]
    public void On_real_results_a_hundred_labels_order_the_rest()
    {
        var path = SharedData.TransNasBench101("micro.csv");
        var table = BenchmarkTable.Load(path, cancellationToken: TestContext.Current.CancellationToken);
        var results = Run(table, table.Tasks, [SurrogateTrainers.Default], new EvaluationOptions { TrainSizes = [100], Repeats = 1 });
        Assert.InRange(results.Average(result => result.Spearman.Mean), 0.8, 1);
        Assert.InRange(results.Average(result => result.Coverage90.Mean), 0.8, 0.97);
    }

    private static SurrogateEvaluation Evaluation() => new(Table, Space);

    private static IReadOnlyList<EvaluationResult> Run(
        BenchmarkTable table, IReadOnlyList<string> tasks, IReadOnlyList<ISurrogateTrainer> models, EvaluationOptions? options = null) =>
        new SurrogateEvaluation(table, Space).Run(tasks, models, options, cancellationToken: TestContext.Current.CancellationToken);

    // 180 rows; task a lacks every third value, b has all.
    private static BenchmarkTable CreateTable()
    {
        Architecture[] rows = [.. Space.Enumerate().Where((_, i) => i % 22 == 0).Take(180)];
        double[] b = [.. rows.Select((row, i) => (double)row.Canonical.Choices.ToArray().Select((o, place) => o * place).Sum() + (i % 7))];
        double[] a = [.. b.Select((value, i) => i % 3 == 0 ? double.NaN : value)];
        return new BenchmarkTable("small", [.. rows.Select(row => row.Text)], ["a", "b"], [a, b]);
    }

    private static BenchmarkTable PermuteOutside(HashSet<int> training)
    {
        var values = Table.Column("a").ToArray();
        int[] test = [.. Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row]) && !training.Contains(row))];
        var permuted = (double[])values.Clone();
        for (var i = 0; i < test.Length; i++)
        {
            permuted[test[i]] = values[test[(i + 1) % test.Length]];
        }

        Assert.NotEqual(values, permuted);
        return new BenchmarkTable(Table.Name, Table.Architectures, ["a"], [permuted]);
    }

    // The values of task b, and a column that lacks every other row.
    private static FeatureTable Features()
    {
        var text = new StringBuilder("arch,value,half\n");
        for (var row = 0; row < Table.Count; row++)
        {
            var half = row % 2 == 0 ? "" : $"{row}";
            text.Append(CultureInfo.InvariantCulture, $"{Table.Architectures[row]},{Table.Value(row, "b")},{half}\n");
        }

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        return FeatureTable.ReadCsv(stream, "features.csv");
    }

    // Trains as another kind does, and keeps what came of it.
    private sealed class RecordingTrainer(ISurrogateTrainer trainer) : ISurrogateTrainer
    {
        public string Name => trainer.Name;

        public string Description => trainer.Description;

        public List<(TrainingSet Data, Surrogate Surrogate)> Trained { get; } = [];

        public ArchitectureEncoding DefaultEncodingFor(ISearchSpace space) => trainer.DefaultEncodingFor(space);

        public Surrogate Fit(TrainingSet data, SurrogateOptions? options = null, CancellationToken cancellationToken = default)
        {
            var surrogate = trainer.Fit(data, options, cancellationToken);
            lock (Trained)
            {
                Trained.Add((data, surrogate));
            }

            return surrogate;
        }
    }
}
