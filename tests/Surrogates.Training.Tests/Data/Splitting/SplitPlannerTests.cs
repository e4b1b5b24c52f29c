using CsCheck;
using Surrogates.Training.Data;
using Surrogates.Training.Data.Splitting;

namespace Surrogates.Training.Tests.Data.Splitting;

public class SplitPlannerTests
{
    private static readonly Gen<int[]> ClassSizes = Gen.Int[2, 40].Array[1, 8];
    private static readonly Gen<double> Share = Gen.Double[0, 0.6];

    [Fact]
    public void Sets_are_disjoint_and_together_everything_each_class_in_its_share() =>
        Gen.Select(ClassSizes, Share, Share, Gen.Int[0, 1000]).Sample((sizes, validation, test, seed) =>
        {
            sizes[0] += 3;
            var items = Items(sizes);
            var plan = Plan(items, new() { Seed = seed, ValidationShare = validation, TestShare = test });
            Assert.Equal(Enumerable.Range(0, items.Length), plan.Used);
            for (var stratum = 0; stratum < sizes.Length; stratum++)
            {
                var (train, drawn, tested) = (Count(plan.Train), Count(plan.Validation), Count(plan.Test));
                Assert.True(train >= 1);
                if (sizes[stratum] >= 3)
                {
                    Assert.True(test == 0 || tested >= 1);
                    Assert.True(validation == 0 || drawn >= 1);
                }

                // Within one, but for the pictures that the other sets must have.
                var (least, most) = sizes[stratum] >= 3 ? (1, sizes[stratum] - 2) : (0, 0);
                Assert.InRange(tested, Math.Min(most, (sizes[stratum] * test) - 1), Math.Max(least, (sizes[stratum] * test) + 1));
                var rest = sizes[stratum] - tested;
                most = sizes[stratum] >= 3 ? rest - 1 : 0;
                Assert.InRange(drawn, Math.Min(most, (rest * validation) - 1), Math.Max(1, (rest * validation) + 1));

                int Count(int[] set) => set.Count(item => items[item].Stratum == stratum);
            }
        });

    [Fact]
    public void Order_does_not_matter_and_the_seed_does()
    {
        var items = Items([30, 20, 10]);
        var reversed = items.Reverse().Select((item, index) => item with { Index = index }).ToArray();
        var options = new ImageDataOptions { MaximumImages = 25 };
        var plan = Plan(items, options);
        var other = Plan(reversed, options);
        Assert.Equal(Names(items, plan.Train), Names(reversed, other.Train));
        Assert.Equal(Names(items, plan.Validation), Names(reversed, other.Validation));
        Assert.Equal(Names(items, plan.Test), Names(reversed, other.Test));
        Assert.Equal(plan.Train, Plan(items, options).Train);
        Assert.NotEqual(plan.Train, Plan(items, options with { Seed = 2 }).Train);
    }

    [Fact]
    public void Picture_more_moves_few_of_the_others()
    {
        var items = Items([200, 200]);
        var before = Plan(items, new());
        var after = Plan([.. items, new(400, "another", SplitSets.Any, 0)], new());
        Assert.InRange(before.Train.Except(after.Train).Count(), 0, 3);
        Assert.InRange(before.Test.Except(after.Test).Count(), 0, 1);
    }

    [Fact]
    public void Subset_is_of_what_is_not_test_and_in_proportion() =>
        Gen.Select(ClassSizes, Gen.Int[16, 200]).Sample((sizes, maximum) =>
        {
            sizes[0] += 3;
            var items = Items(sizes);
            var all = Plan(items, new());
            var plan = Plan(items, new() { MaximumImages = maximum });
            Assert.Equal(all.Test, plan.Test);
            var rest = items.Length - all.Test.Length;
            int[] kept = [.. plan.Train, .. plan.Validation];
            Assert.Equal(Math.Min(maximum, rest), kept.Length);
            for (var stratum = 0; stratum < sizes.Length; stratum++)
            {
                var available = items.Count(item => item.Stratum == stratum) - all.Test.Count(item => items[item].Stratum == stratum);
                var quota = Math.Min(available, (double)available * maximum / rest);
                Assert.True(kept.Count(item => items[item].Stratum == stratum) <= Math.Max(2, quota + 1));
                Assert.Contains(plan.Train, item => items[item].Stratum == stratum);
            }
        });

    [Fact]
    public void Given_sets_stay_and_missing_ones_are_drawn_from_train()
    {
        SplitItem[] items =
        [
            .. Items([10, 10], SplitSets.Train | SplitSets.Validation),
            .. Items([3, 3], SplitSets.Test).Select(item => item with { Index = item.Index + 20, Name = item.Name + "t" }),
        ];
        var plan = Plan(items, new() { TestShare = 0.5 });
        Assert.Equal(Enumerable.Range(20, 6), plan.Test);
        Assert.Equal((16, 4), (plan.Train.Length, plan.Validation.Length));
    }

    [Fact]
    public void Too_few_pictures_are_told()
    {
        var exception = Assert.Throws<InputException>(() => Plan(Items([2, 2]), new()));
        Assert.Equal(
            "too few pictures: none is left to validate with; three of a class are enough, or a share of 0 to validate with.",
            exception.Message);
        exception = Assert.Throws<InputException>(() => Plan(Items([9, 9, 9]), new() { MaximumImages = 5 }));
        Assert.Equal("5 images at most are too few: to have some of every class, 6 are needed.", exception.Message);
        Assert.Equal(4, Plan(Items([2, 2]), new() { ValidationShare = 0, TestShare = 0 }).Train.Length);
    }

    private static SplitItem[] Items(int[] sizes, SplitSets sets = SplitSets.Any)
    {
        var names = sizes.SelectMany((size, stratum) => Enumerable.Range(0, size).Select(item => (Name: $"{stratum}/{item}", stratum)));
        return [.. names.Select((item, index) => new SplitItem(index, item.Name, sets, item.stratum))];
    }

    private static SplitPlan Plan(SplitItem[] items, ImageDataOptions options) =>
        new SplitPlanner(options).Plan(items, keepsEveryStratum: true);

    private static IEnumerable<string> Names(SplitItem[] items, int[] set) =>
        set.Select(item => items[item].Name).Order(StringComparer.Ordinal);
}
