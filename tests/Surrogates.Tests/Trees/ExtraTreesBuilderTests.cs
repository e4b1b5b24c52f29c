using CsCheck;
using Surrogates.Trees;

namespace Surrogates.Tests.Trees;

public class ExtraTreesBuilderTests
{
    private static readonly ExtraTreesOptions Exact = new() { NumberOfTrees = 5, Bootstrap = false };

    [Fact]
    public void Without_a_bootstrap_distinct_rows_are_learned_by_heart() => Data.Sample(pair =>
    {
        var (rows, targets) = pair;
        var means = Predict(Exact, rows, targets, rows).Means;
        for (var i = 0; i < targets.Length; i++)
        {
            Assert.Equal((float)targets[i], means[i], 1e-6);
        }
    });

    [Fact]
    public void Predictions_stay_within_the_targets() => Data.Select(Gen.Float[-3, 3].Array[20]).Sample((pair, test) =>
    {
        var means = Predict(new ExtraTreesOptions { NumberOfTrees = 5 }, pair.Rows, pair.Targets, test).Means;
        Assert.All(means, mean => Assert.InRange(mean, pair.Targets.Min() - 1e-5, pair.Targets.Max() + 1e-5));
    });

    // A threshold is drawn between the smallest and the largest value: stretching by powers of two changes no draw.
    [Fact]
    public void The_scale_of_a_feature_does_not_matter() => Data.Sample(pair =>
    {
        var (rows, targets) = pair;
        float[] scaled = [.. rows.Select((number, i) => i % 2 == 0 ? number * 4 : number / 8)];
        Assert.Equal(Predict(Exact, rows, targets, rows).Means, Predict(Exact, scaled, targets, scaled).Means);
    });

    [Fact]
    public void A_feature_that_never_varies_changes_nothing() => Data.Sample(pair =>
    {
        var (rows, targets) = pair;
        float[] widened = [.. Enumerable.Range(0, targets.Length).SelectMany(i => new[] { rows[2 * i], rows[(2 * i) + 1], 7 })];
        Assert.Equal(Predict(Exact, rows, targets, rows).Means, Predict(Exact, widened, targets, widened).Means);
    });

    [Fact]
    public void Equal_targets_give_one_leaf()
    {
        var (means, deviations) = Predict(new ExtraTreesOptions { NumberOfTrees = 3 }, [1, 2, 3, 4], [2, 2], [9, 9]);
        Assert.Equal((2.0, 0.0), (means[0], deviations[0]));
    }

    [Fact]
    public void Equal_rows_with_different_targets_are_averaged() =>
        Assert.Equal(3.0, Predict(Exact, [1, 1, 1, 1], [2, 4], [1, 1]).Means[0]);

    [Fact]
    public void Leaves_keep_the_smallest_size()
    {
        var random = new Random(1);
        float[] rows = [.. Enumerable.Range(0, 200).Select(_ => random.NextSingle())];
        double[] targets = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        var splits = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var options = new ExtraTreesOptions { NumberOfTrees = 1, MinimumExampleCountPerLeaf = 25, Bootstrap = false, Seed = seed };
            var leaves = Predict(options, rows, targets, rows).Means.CountBy(mean => mean).ToList();
            splits += leaves.Count - 1;
            Assert.All(leaves, leaf => Assert.True(leaf.Value >= 25));
        }

        Assert.True(splits > 0);
    }

    [Fact]
    public void The_seed_decides_and_trees_do_not_depend_on_their_number()
    {
        var random = new Random(1);
        float[] rows = [.. Enumerable.Range(0, 100).Select(_ => random.NextSingle())];
        double[] targets = [.. Enumerable.Range(0, 50).Select(_ => random.NextDouble())];
        var options = new ExtraTreesOptions { NumberOfTrees = 4, Seed = 3 };
        Assert.Equal(Predict(options, rows, targets, rows).Means, Predict(options, rows, targets, rows).Means);
        Assert.NotEqual(Predict(options, rows, targets, rows).Means, Predict(options with { Seed = 4 }, rows, targets, rows).Means);
    }

    private static Gen<(float[] Rows, double[] Targets)> Data =>
        Gen.Int[2, 30].SelectMany(count =>
            Gen.Float[-1, 1].Array[2 * count].Select(Gen.Double[-5, 5].Array[count]))
        .Where(pair => pair.Item1.Chunk(2).Select(row => row[0]).Distinct().Count() == pair.Item2.Length);

    private static (double[] Means, double[] Deviations) Predict(ExtraTreesOptions options, float[] rows, double[] targets, float[] test)
    {
        var ensemble = new ExtraTreesBuilder(options, rows, targets).Build();
        var (means, deviations) = (new double[test.Length / ensemble.Features], new double[test.Length / ensemble.Features]);
        ensemble.Predict(test, means, deviations);
        return (means, deviations);
    }
}
