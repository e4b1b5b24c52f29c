using Surrogates.Training.Data;
using Surrogates.Training.Data.Preview;

namespace Surrogates.Training.Tests.Data.Preview;

public sealed class LabelSummaryTests
{
    public static TheoryData<string> Cases => TaskCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_row_has_a_number_for_each_measure(string name)
    {
        var summary = Summarize(name, Enumerable.Range(0, 32));
        Assert.NotEmpty(summary.Rows);
        Assert.All(summary.Rows, row => Assert.Equal(summary.Measures.Length, row.Values.Length));
        Assert.All(summary.Rows.SelectMany(row => row.Values), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Classes_are_counted()
    {
        var rows = Summarize("classification", [0, 1, 3, 4, 6]).Rows;
        Assert.Equal(TestImages.ClassNames, rows.Select(row => row.Name));
        Assert.Equal([3, 2, 0], rows.Select(row => row.Values[0]));
        Assert.Equal([.6, .4, 0], rows.Select(row => row.Values[1]));
    }

    [Fact]
    public void Probabilities_are_averaged()
    {
        var rows = Summarize("classification, soft", [0, 3, 1]).Rows;
        Assert.Equal([2, 1, 0], rows.Select(row => row.Values[0]));
        Assert.Equal([1.7 / 3, 1.0 / 3, .1], rows.Select(row => row.Values[1]), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Targets_have_moments_and_a_range()
    {
        // The shade is 1000, 1100, 1200.
        var shade = Summarize("regression", [0, 1, 2]).Rows[1];
        Assert.Equal("shade", shade.Name);
        Assert.Equal([1100, Math.Sqrt(20000 / 3.0), 1000, 1200], shade.Values, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Pixels_of_a_class_are_shares_and_those_without_one_are_told()
    {
        var rows = Summarize("segmentsemantic", [0, 1, 4]).Rows.ToDictionary(row => row.Name, row => row.Values);
        Assert.Equal(["ground", "red", "green", "blue", "no class"], rows.Keys);
        Assert.Equal(1, rows.Values.Sum(row => row[0]), 12);
        Assert.Equal([3, 1, 2, 0, 3], rows.Values.Select(row => row[1]));
        Assert.Equal(2 * 25 / 768.0, rows["green"][0], 12);
    }

    [Fact]
    public void Directions_are_numbers_from_minus_one_to_one()
    {
        var rows = Summarize("normal", [0]).Rows;
        Assert.Equal([0, 25 / 256.0, 1 - (25 / 256.0)], rows.Select(row => row.Values[0]), (a, b) => Math.Abs(a - b) < .01);
    }

    private static LabelSummary Summarize(string name, IEnumerable<int> indices)
    {
        var (task, data) = TaskCases.Create(name);
        using (data)
        {
            return LabelSummary.Of(new ImageSubset(data, indices), task);
        }
    }
}
