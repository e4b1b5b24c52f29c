using Microsoft.ML;
using Microsoft.ML.Data;
using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Evaluation;
using Surrogates.Models;

namespace Surrogates.Tests.Models;

/// <summary>What holds for every kind of surrogate.</summary>
public class SurrogateContractTests
{
    /// <summary>The names of the kinds.</summary>
    public static TheoryData<string> Kinds => [.. SurrogateTrainers.All.Select(trainer => trainer.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_ranks_architectures_by_what_it_learned(string kind)
    {
        var all = Samples.Micro(1000);
        var surrogate = Fit(kind, all.Take(Enumerable.Range(0, 100)));
        double[] predicted = [.. surrogate.Predict([.. all.Architectures.Skip(100)]).Select(prediction => prediction.Score)];
        Assert.InRange(RankCorrelation.Spearman([.. all.Values.Skip(100)], predicted), 0.9, 1);
        Assert.Equal((kind, "task", SearchSpaces.Micro), (surrogate.Kind, surrogate.Task, surrogate.Space));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Ninety_percent_intervals_hold_about_ninety_percent(string kind)
    {
        var all = Samples.Micro(2000, noise: 0.2);
        var surrogate = Fit(kind, all.Take(Enumerable.Range(0, 120)));
        var predictions = surrogate.Predict([.. all.Architectures.Skip(120)]);
        var coverage = Calibration.Coverage(
            [.. all.Values.Skip(120)], [.. predictions.Select(p => p.Lower)], [.. predictions.Select(p => p.Upper)]);
        Assert.InRange(coverage, 0.82, 0.97);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Two_labels_are_enough_and_one_is_not(string kind)
    {
        foreach (var count in (int[])[2, 3, 10])
        {
            ExpectSense(Fit(kind, Samples.Micro(count)));
        }

        Assert.Equal("task 'task': 1 value(s) to learn from; a surrogate needs at least 2", Assert.Throws<InputException>(() => Fit(kind, Samples.Micro(1))).Message);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Labels_without_information_do_no_harm(string kind)
    {
        var set = Samples.Micro(20);
        var constant = Fit(kind, With(set.Architectures, _ => 3.5));
        Assert.All(constant.Predict(set.Architectures), prediction => Assert.Equal(3.5, prediction.Score, 1e-6));

        ExpectSense(Fit(kind, With([.. set.Architectures.Take(10), .. set.Architectures.Take(10)], i => i)));
        ExpectSense(Fit(kind, With([.. Enumerable.Repeat(set.Architectures[0], 10)], i => i)));
        ExpectSense(Fit(kind, With([.. Enumerable.Range(0, 12).Select(i => SearchSpaces.Micro.Parse($"64-41414-{i % 4}_{i / 4}3_000"))], i => i)));
        ExpectSense(Fit(kind, With(set.Architectures, i => i == 3 ? -1e12 : i)));
        ExpectSense(Fit(kind, With(set.Architectures, i => 1e-200 * i)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_network_that_cannot_learn_is_predicted_as_the_worst(string kind)
    {
        var set = Samples.Micro(60);
        var connected = set.Take(Enumerable.Range(0, 60).Where(i => set.Space.IsConnected(set.Architectures[i])));
        var prediction = Fit(kind, connected).Predict(SearchSpaces.Micro.Parse("64-41414-0_00_000"));
        Assert.True(prediction.Score < connected.Values.Min());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_seed_decides_and_the_order_of_questions_does_not(string kind)
    {
        var set = Samples.Micro(60);
        var (first, second) = (Fit(kind, set), Fit(kind, set));
        Assert.Equal(first.Model.Serialize(), second.Model.Serialize());

        IReadOnlyList<Architecture> some = [.. SearchSpaces.Micro.Enumerate().Where((_, i) => i % 37 == 0)];
        var predictions = first.Predict(some);
        Assert.Equal(predictions.Reverse(), first.Predict([.. some.Reverse()]));
        Assert.Equal(predictions, some.Select(first.Predict));
        Assert.Equal(predictions, first.Predict([.. some.Select(architecture => architecture.Canonical)]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_loaded_as_it_was_saved(string kind)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("model.zip");
        var surrogate = Fit(kind, Samples.Micro(40));
        surrogate.Save(path);
        var loaded = Surrogate.Load(path);
        Assert.Equal((surrogate.Kind, surrogate.Task, surrogate.Space), (loaded.Kind, loaded.Task, loaded.Space));
        Assert.Equal(surrogate.Encoding, loaded.Encoding);

        IReadOnlyList<Architecture> some = [.. SearchSpaces.Micro.Enumerate().Where((_, i) => i % 37 == 0)];
        Assert.Equal(surrogate.Predict(some), loaded.Predict(some));

        var context = new MLContext();
        var scored = context.Model.Load(path, out _).Transform(
            context.Data.LoadFromEnumerable(some.Select(architecture => new Input { Architecture = architecture.Text })));
        AssertClose(surrogate.Predict(some).Select(p => p.Score), scored.GetColumn<float>("Score"));
        AssertClose(surrogate.Predict(some).Select(p => p.StandardDeviation), scored.GetColumn<float>("ScoreStandardDeviation"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Joined_columns_are_learned_from_even_where_some_are_missing(string kind)
    {
        using var folder = new TemporaryFolder();
        var set = Samples.Micro(80);
        var path = folder.File("proxies.csv");
        File.WriteAllLines(path, ["arch,proxy,empty", .. set.Architectures.Select((a, i) => $"{a},{(i % 10 == 0 ? "" : $"{set.Values[i]}")},")]);
        var features = FeatureTable.Load(path);
        var surrogate = SurrogateTrainers.Get(kind).Fit(set, new SurrogateOptions { Features = features });
        Assert.Equal(["proxy", "empty"], surrogate.Columns);
        var predictions = surrogate.Predict(set.Architectures);
        Assert.All(predictions, prediction => Assert.True(double.IsFinite(prediction.Score)));

        surrogate.Save(folder.File("model.zip"));
        var loaded = Surrogate.Load(folder.File("model.zip"));
        Assert.Contains("give the table that has them", Assert.Throws<InputException>(() => loaded.Predict(set.Architectures)).Message);
        Assert.Equal(predictions, loaded.WithFeatures(features).Predict(set.Architectures));

        File.WriteAllLines(path, ["arch,other", $"{set.Architectures[0]},1"]);
        Assert.Contains("no column 'proxy'", Assert.Throws<InputException>(() => loaded.WithFeatures(FeatureTable.Load(path))).Message);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_canceled_training_stops(string kind)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SurrogateTrainers.Get(kind).Fit(Samples.Micro(50), cancellationToken: source.Token));
    }

    [Fact]
    public void Kinds_are_found_by_name()
    {
        Assert.Same(SurrogateTrainers.Default, SurrogateTrainers.Get("ENSEMBLE"));
        Assert.Equal(
            "model 'forest': there is no such kind; expected ensemble, extratrees, gp, gnn, fasttree, lightgbm, "
            + "gnn-gated, gnn-attention, gnn-transformer, gnn-hinge, gnn-listmle",
            Assert.Throws<InputException>(() => SurrogateTrainers.Get("forest")).Message);
    }

    private static Surrogate Fit(string kind, TrainingSet set) => SurrogateTrainers.Get(kind).Fit(set);

    private static TrainingSet With(IReadOnlyList<Architecture> architectures, Func<int, double> value) =>
        new(SearchSpaces.Micro, "task", architectures, [.. Enumerable.Range(0, architectures.Count).Select(value)]);

    // Finite, ordered, no negative deviation, on architectures of every sort.
    private static void ExpectSense(Surrogate surrogate) =>
        Assert.All(surrogate.Predict([.. SearchSpaces.Micro.Enumerate().Where((_, i) => i % 101 == 0)]), prediction =>
        {
            Assert.True(double.IsFinite(prediction.Score) && double.IsFinite(prediction.StandardDeviation), $"{prediction}");
            Assert.True(prediction.StandardDeviation >= 0 && prediction.Lower <= prediction.Score && prediction.Score <= prediction.Upper, $"{prediction}");
        });

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<float> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * Math.Max(1, Math.Abs(pair.First))));

    private sealed class Input
    {
        public string Architecture { get; set; } = "";
    }
}
