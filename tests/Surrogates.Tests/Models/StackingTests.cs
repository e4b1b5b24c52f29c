using CsCheck;
using Surrogates.Models;

namespace Surrogates.Tests.Models;

public class StackingTests
{
    [Fact]
    public void Weights_are_none_below_zero_and_add_up_to_one() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 60], Gen.Int[0, 1000]).Sample((models, rows, seed) =>
        {
            var random = new Random(seed);
            var targets = Numbers(random, rows, 1);
            var weights = Stacking.FindWeights([.. Enumerable.Range(0, models).Select(i => Of(targets, Numbers(random, rows, i)))], targets);
            Assert.Equal(models, weights.Length);
            Assert.All(weights, weight => Assert.InRange(weight, 0, 1));
            Assert.Equal(1, weights.Sum(), 1e-12);
        }, iter: 100);

    [Fact]
    public void A_far_better_model_gets_nearly_all_the_weight_once_there_are_rows_that_say_so()
    {
        Assert.InRange(WeightOfTheBetter(rows: 2000), 0.9, 1);
        Assert.InRange(WeightOfTheBetter(rows: 100), 0.6, 1);
        Assert.InRange(WeightOfTheBetter(rows: 8), 0.5, 0.75);

        static double WeightOfTheBetter(int rows)
        {
            var random = new Random(1);
            var targets = Numbers(random, rows, 1);
            return Stacking.FindWeights([Of(targets, Numbers(random, rows, 1.5)), Of(targets, Numbers(random, rows, 0.1))], targets)[1];
        }
    }

    // Two thirds and one third of the errors' variance: what least squares gives with rows without end.
    [Fact]
    public void Independent_errors_are_weighed_by_their_inverse_variances()
    {
        var random = new Random(2);
        var targets = Numbers(random, 20000, 1);
        var weights = Stacking.FindWeights([Of(targets, Numbers(random, 20000, Math.Sqrt(2))), Of(targets, Numbers(random, 20000, 1))], targets);
        Assert.Equal(2.0 / 3, weights[1], 0.051);
    }

    [Fact]
    public void Models_that_are_the_same_share_what_adds_up_to_one()
    {
        var random = new Random(3);
        var targets = Numbers(random, 50, 1);
        var same = Of(targets, Numbers(random, 50, 1));
        Assert.Equal(1, Stacking.FindWeights([same, same, same], targets).Sum(), 1e-12);
        Assert.Equal([1], Stacking.FindWeights([same], targets));
    }

    [Fact]
    public void What_a_part_of_an_ensemble_adds_to_its_error_is_not_held_against_it()
    {
        var random = new Random(4);
        var targets = Numbers(random, 400, 1);
        var (first, second) = (Of(targets, Numbers(random, 400, 1)), Of(targets, Numbers(random, 400, 1)));
        var plain = Stacking.FindWeights([first, second], targets)[0];
        var lifted = Stacking.FindWeights([first with { ExcessVariance = 0.4 }, second], targets)[0];
        Assert.InRange(lifted, plain + 0.05, plain + 0.2);

        // No more than half of the error.
        Assert.Equal(
            Stacking.FindWeights([first with { ExcessVariance = 1e3 }, second], targets),
            Stacking.FindWeights([first with { ExcessVariance = 1e9 }, second], targets));
    }

    [Fact]
    public void Rows_that_a_model_has_seen_say_nothing()
    {
        var random = new Random(5);
        var targets = Numbers(random, 100, 1);
        HeldOutPredictions[] models = [Of(targets, Numbers(random, 100, 1)), Of(targets, Numbers(random, 100, 0.7))];
        var places = Enumerable.Range(0, 100).Where(i => i % 3 != 0).ToArray();
        var expected = Stacking.FindWeights(
            [.. models.Select(model => new HeldOutPredictions(At(model.Means), At(model.Deviations)))], At(targets));

        HeldOutPredictions[] spread = [new HeldOutPredictions(At(models[0].Means), At(models[0].Deviations)).Spread(places, 100), models[1]];
        Assert.Equal(expected, Stacking.FindWeights(spread, targets));

        double[] At(double[] numbers) => [.. places.Select(place => numbers[place])];
    }

    [Fact]
    public void Where_no_row_is_unseen_the_weights_are_equal()
    {
        double[] targets = [1, 2, 3];
        HeldOutPredictions none = new([double.NaN, double.NaN, double.NaN], [1, 1, 1]);
        Assert.Equal([0.5, 0.5], Stacking.FindWeights([none, Of(targets, [0.1, 0.2, 0.3])], targets));
    }

    private static HeldOutPredictions Of(double[] targets, double[] errors) =>
        new([.. targets.Zip(errors, (target, error) => target + error)], [.. targets.Select(_ => 1.0)]);

    private static double[] Numbers(Random random, int count, double deviation) =>
        [.. Enumerable.Range(0, count).Select(_ => deviation * Math.Sqrt(12) * (random.NextDouble() - 0.5))];
}
