using CsCheck;
using Surrogates.Tests;
using Surrogates.Training.Data;
using Surrogates.Training.Data.Splitting;
using Surrogates.Training.Data.Taskonomy;

namespace Surrogates.Training.Tests.Data.Taskonomy;

public class TaskonomySplitTests
{
    private static readonly ImageDataOptions Small = new() { Size = 2 };
    private static readonly Gen<double> Share = Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.5]);

    [Fact]
    public void No_building_is_in_two_sets_whatever_the_seed()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(buildings: 4, points: 3, ("rgb", "rgb.png"));
        var plans = new HashSet<string>();
        for (var seed = 0; seed < 10; seed++)
        {
            using var splits = ImageData.Open(fake.Root, Small with { Seed = seed });
            string[][] sets = [Buildings(splits.Train), Buildings(splits.Validation), Buildings(splits.Test)];
            Assert.Equal((2, 1, 1), (sets[0].Length, sets[1].Length, sets[2].Length));
            Assert.Equal(FakeTaskonomy.Buildings, sets.SelectMany(set => set).Order(StringComparer.Ordinal));
            plans.Add(string.Join(';', sets.Select(set => string.Join(',', set))));
        }

        Assert.True(plans.Count > 1);
    }

    [Fact]
    public void Fewer_buildings_than_sets_are_split_by_view()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(buildings: 2, points: 5, ("rgb", "rgb.png"));
        using var splits = ImageData.Open(fake.Root, Small);
        Assert.Equal((6, 2, 2), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));

        // Without a test set, two are enough.
        using var two = ImageData.Open(fake.Root, Small with { TestShare = 0 });
        Assert.Equal((5, 5, 0), (two.Train.Count, two.Validation.Count, two.Test.Count));
        Assert.Single(Buildings(two.Train));
    }

    [Fact]
    public void Shares_are_met_to_within_a_building() =>
        Gen.Select(Gen.Int[1, 50].Array[3, 40], Share, Share, Gen.Int[0, 100]).Sample((sizes, validation, test, seed) =>
        {
            var buildings = sizes.Select((size, i) => ($"b{i}", size, SplitSets.Any)).ToArray();
            var options = new ImageDataOptions { ValidationShare = validation, TestShare = test, Seed = seed };
            var sets = BuildingSplit.Assign(buildings, options);
            if (validation == 0 && test == 0)
            {
                return;
            }

            Assert.Contains(SplitSets.Train, sets);
            var total = sizes.Sum();
            AssertShare(SplitSets.Test, test * total);
            AssertShare(SplitSets.Validation, validation * (total - Views(SplitSets.Test)));

            void AssertShare(SplitSets set, double goal)
            {
                if (goal == 0)
                {
                    Assert.DoesNotContain(set, sets);
                    return;
                }

                // One building at least, and the fewer where the others need them.
                var most = Math.Max(goal + sizes.Max(), sizes.Max());
                Assert.InRange(Views(set), 1, most);
                if (sets.Count(each => each == SplitSets.Train) > 1)
                {
                    Assert.InRange(Views(set), goal - sizes.Max(), most);
                }
            }

            int Views(SplitSets set) => sizes.Where((_, i) => sets[i] == set).Sum();
        });

    [Fact]
    public void Order_of_the_buildings_does_not_matter()
    {
        var buildings = Enumerable.Range(0, 20).Select(i => ($"b{i}", 1 + (7 * i % 11), SplitSets.Any)).ToArray();
        var sets = BuildingSplit.Assign(buildings, new());
        var reversed = BuildingSplit.Assign([.. buildings.Reverse()], new());
        Assert.Equal(sets, reversed.Reverse());
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Table_of_splits_says_which_building_is_in_which_set(string newLine)
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(buildings: 4, points: 2, ("rgb", "rgb.png"));
        string[] rows = ["id,train,val,test", "hanson,1,0,0", "tolstoy,0,1,0", "adrian,0,0,1", "merom,0,0,0", "absent,1,0,0"];
        folder.File("train_val_test_tiny.csv", string.Join(newLine, rows) + newLine);
        using var splits = ImageData.Open(fake.Root, Small);
        Assert.Equal(["hanson"], Buildings(splits.Train));
        Assert.Equal(["tolstoy"], Buildings(splits.Validation));
        Assert.Equal(["adrian"], Buildings(splits.Test));
        Assert.Equal((6, 0), (splits.Dataset.Count, splits.Dataset.SkippedCount));
    }

    [Fact]
    public void Set_without_a_building_is_drawn_from_those_to_train_with()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(buildings: 4, points: 2, ("rgb", "rgb.png"));
        folder.File("train_val_test_full.csv", "id,train,val,test\rhanson,1,0,0\rtolstoy,1,0,0\rmerom,1,0,0\radrian,0,0,1\r");
        using var splits = ImageData.Open(fake.Root, Small);
        Assert.Equal(["adrian"], Buildings(splits.Test));
        Assert.Single(Buildings(splits.Validation));
        Assert.Equal(2, Buildings(splits.Train).Length);
    }

    [Theory]
    [InlineData("id,train\r", "line 1, column 1: a table that begins with id,train,val,test is expected.")]
    [InlineData("id,train,val,test\rhanson,1,1,0\r", "line 2, column 10: building 'hanson' is in two sets; it is in one, or none.")]
    [InlineData("id,train,val,test\rhanson,yes,0,0\r", "line 2, column 8: 'yes'; 0 or 1 is expected.")]
    [InlineData("id,train,val,test\rhanson,1,0\r", "line 2, column 1: 3 fields; the header has 4.")]
    [InlineData("id,train,val,test\rhanson,1,0,0\rhanson,1,0,0\r", "line 3, column 1: building 'hanson' appears twice; each appears once.")]
    [InlineData("id,train,val,test\rx,1,0,0\r", "none of the buildings adrian, hanson, merom is in a set of it.")]
    [InlineData("id,train,val,test\rhanson,0,0,1\r", "none of the buildings that are there is to train with.")]
    public void Damaged_table_of_splits_is_told(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(buildings: 3, points: 1, ("rgb", "rgb.png"));
        var path = folder.File("train_val_test_medium.csv", text);
        var exception = Assert.ThrowsAny<InputException>(() => ImageData.Open(fake.Root, Small));
        Assert.Equal($"{path}: {expected}", exception.Message);
    }

    [Fact]
    public void Two_tables_of_splits_are_told()
    {
        using var folder = new TemporaryFolder();
        var fake = new FakeTaskonomy(folder).Write(buildings: 3, points: 1, ("rgb", "rgb.png"));
        folder.File("train_val_test_full.csv", "");
        folder.File("train_val_test_tiny.csv", "");
        var exception = Assert.ThrowsAny<InputException>(() => ImageData.Open(fake.Root, Small));
        Assert.Equal(
            $"{fake.Root}: train_val_test_full.csv, train_val_test_tiny.csv each say which buildings are in which set; keep one of them.",
            exception.Message);
    }

    private static string[] Buildings(ImageSubset subset) =>
        [.. DatasetReading.Names(subset).Select(name => name.Split('/')[0]).Distinct().Order(StringComparer.Ordinal)];
}
