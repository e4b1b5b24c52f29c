using CsCheck;
using Surrogates.Benchmarks;

namespace Surrogates.Tests.Benchmarks;

/// <summary>Well-formed pickles that are not, or not quite, the dictionaries of the official file.</summary>
public class TransNasSchemaTests
{
    private static readonly Gen<double> AnyDouble = Gen.OneOf(
        Gen.Double, Gen.Const(double.NaN), Gen.Const(double.PositiveInfinity), Gen.Const(double.NegativeInfinity), Gen.Const(-0.0));

    [Fact]
    public void Curves_of_any_numbers_are_read_to_the_same_bits() => AnyDouble.Array[0, 40].Sample(curve =>
    {
        var benchmark = Load(SmallDatabase.WithCurve(curve.Cast<object?>()));
        Assert.Equal(
            curve.Select(BitConverter.DoubleToInt64Bits),
            benchmark.Curve(SmallDatabase.Architecture, "jigsaw", "valid_top1").ToArray().Select(BitConverter.DoubleToInt64Bits));
    });

    [Fact]
    public void Curves_written_in_any_mix_of_opcodes_are_read() => Gen.Int[0, 3].Array[0, 40].Sample(ways =>
    {
        var list = new PickleWriter().Raw("]");
        for (var i = 0; i < ways.Length; i++)
        {
            _ = ways[i] switch
            {
                0 => list.Value((double)i).Raw("a"),
                1 => list.Raw("(").Value((double)i).Raw("e"),
                2 => list.Raw("(").Value(i).Raw("e"),
                _ => list.Raw("(N1").Value(i).Raw("a"),
            };
        }

        var benchmark = Load(SmallDatabase.WithCurve(list));
        Assert.Equal(
            Enumerable.Range(0, ways.Length).Select(i => (double)i),
            benchmark.Curve(SmallDatabase.Architecture, "jigsaw", "valid_top1").ToArray());
    });

    [Fact]
    public void Curves_of_other_lengths_than_the_epochs_are_taken_as_they_are()
    {
        var benchmark = Load(SmallDatabase.WithMetrics(
            new Dictionary<string, object?> { ["valid_top1"] = new object[] { 1.0, 3.0, 2.0 }, ["valid_loss"] = Array.Empty<object>() }, 25));
        Assert.Equal(25, benchmark.TotalEpochs(SmallDatabase.Architecture, "jigsaw"));
        Assert.Equal(2, benchmark.Metric(SmallDatabase.Architecture, "jigsaw", "valid_top1"));
        Assert.True(double.IsNaN(benchmark.Metric(SmallDatabase.Architecture, "jigsaw", "valid_loss")));
        Assert.Equal(-1, benchmark.BestEpoch(SmallDatabase.Architecture, "jigsaw", "valid_loss"));
    }

    [Fact]
    public void Key_that_is_set_twice_has_its_last_value()
    {
        var space = new PickleWriter().Raw("}(")
            .Value("a").Value(null)
            .Value("b").Value(new Dictionary<string, object?>())
            .Value("a").Value(new Dictionary<string, object?>()).Raw("u");
        Assert.Equal(["a", "b"], Load(SmallDatabase.WithSpace(space)).Architectures("macro"));
    }

    [Fact]
    public void What_the_schema_does_not_know_is_ignored()
    {
        var database = SmallDatabase.WithMetrics(
            new Dictionary<string, object?> { ["valid_top1"] = new object[] { 1.0 }, ["more"] = true }, 1);
        database["more"] = new object?[] { null, "x", 1.5 };
        Assert.Equal(1, Load(database).Count);
    }

    [Theory]
    [InlineData("metrics_dict")]
    [InlineData("info_names")]
    [InlineData("task_list")]
    [InlineData("data")]
    public void Missing_and_wrong_parts_are_named(string key)
    {
        var database = SmallDatabase.WithCurve(Array.Empty<object>());
        database[key] = 1;
        AssertRefused(database, $"{key} is not a ");
        database.Remove(key);
        AssertRefused(database, $"the file has no '{key}'");
    }

    [Fact]
    public void Wrong_results_are_named_with_their_place()
    {
        const string Place = "data[macro][64-4111-basic][jigsaw]";
        AssertRefused(SmallDatabase.WithSpace(1), "data[macro] is not a dictionary: it is one of the kind Integer.");
        AssertRefused(SmallDatabase.WithMetrics(1.5, 2), $"{Place[..^1]}][metrics] is not a dictionary: it is one of the kind Float.");
        AssertRefused(SmallDatabase.WithCurve("x"), $"{Place}[metrics][valid_top1] is not a list of numbers: it is one of the kind Text.");
        AssertRefused(SmallDatabase.WithCurve(new object?[] { 1.0, null }), $"{Place}[metrics][valid_top1] is not a list of numbers: its item 1 is one of the kind None.");
        AssertRefused(SmallDatabase.WithMetrics(new Dictionary<string, object?>(), -1), $"total_epochs of {Place} is not a number of epochs");
        AssertRefused(SmallDatabase.WithMetrics(new Dictionary<string, object?>(), double.NaN), $"total_epochs of {Place} is not a number of epochs");
    }

    [Fact]
    public void Names_that_are_none_are_refused()
    {
        foreach (var names in new object[] { new object[] { "a", "a" }, new object[] { 1 }, new object?[] { null }, new object[] { " " }, "jigsaw" })
        {
            var database = SmallDatabase.WithCurve(Array.Empty<object>());
            database["info_names"] = names;
            AssertRefused(database, "info_names is not a list of different names");
        }
    }

    [Fact]
    public void Architecture_of_two_spaces_is_refused()
    {
        var database = SmallDatabase.WithCurve(Array.Empty<object>());
        var data = (Dictionary<string, object?>)database["data"]!;
        data["micro"] = data["macro"];
        AssertRefused(database, "architecture '64-4111-basic' is in two search spaces");
    }

    [Fact]
    public void File_without_a_search_space_is_refused()
    {
        var database = SmallDatabase.WithCurve(Array.Empty<object>());
        database["data"] = new Dictionary<string, object?>();
        AssertRefused(database, "data has no search space; expected macro and micro.");
    }

    [Fact]
    public void Sole_space_of_a_file_needs_no_naming()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("one.pth");
        File.WriteAllBytes(path, PickleWriter.Pickle(SmallDatabase.WithCurve(new object[] { 1.0, 2.0 })));
        Assert.Equal(2, BenchmarkTable.Load(path).Value(0, "jigsaw"));
        Assert.Equal(1, BenchmarkTable.Load(path, new() { Epoch = BenchmarkEpoch.At(0) }).Value(0, "jigsaw"));
    }

    private static TransNasBenchmark Load(Dictionary<string, object?> database) => TransNasBenchmark.Load(PickleWriter.Pickle(database), "x.pth");

    private static void AssertRefused(Dictionary<string, object?> database, string message) =>
        Assert.Contains(message, Assert.Throws<BenchmarkFormatException>(() => Load(database)).Message, StringComparison.Ordinal);
}
