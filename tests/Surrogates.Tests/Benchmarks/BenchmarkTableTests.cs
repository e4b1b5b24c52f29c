using Surrogates.Benchmarks;

namespace Surrogates.Tests.Benchmarks;

public class BenchmarkTableTests
{
    private static readonly BenchmarkTable Table = new(
        "small",
        ["a", "b", "c", "d"],
        ["t", "u"],
        [[1, 3, double.NaN, 3], [double.NaN, double.NaN, double.NaN, -0.5]]);

    [Fact]
    public void Rows_are_found_by_architecture()
    {
        Assert.Equal(4, Table.Count);
        Assert.Equal(2, Table.IndexOf("c"));
        Assert.Equal(-1, Table.IndexOf("C"));
    }

    [Fact]
    public void Values_are_read_by_row_and_task()
    {
        Assert.Equal(3, Table.Value(1, "t"));
        Assert.Equal([1, 3, double.NaN, 3], Table.Column("t").ToArray());
        Assert.Equal(3, Table.MeasuredCount("t"));
        Assert.Equal(1, Table.MeasuredCount("u"));
    }

    [Fact]
    public void Unknown_task_is_told_with_the_known_ones()
    {
        Assert.False(Table.HasTask("v"));
        var exception = Assert.Throws<InputException>(() => Table.MeasuredCount("v"));
        Assert.Equal("small has no task 'v'; it has t, u.", exception.Message);
    }

    [Fact]
    public void Best_are_the_highest_measured_and_the_earlier_of_equals()
    {
        Assert.Equal(["b", "d", "a"], Table.Best("t", 10).Select(item => item.Architecture));
        Assert.Equal([new RankedArchitecture(3, "d", -0.5)], Table.Best("u", 1));
        Assert.Empty(Table.Best("t", 0));
    }

    [Fact]
    public void Tasks_and_rows_are_selected_in_the_order_given()
    {
        var selected = Table.WithRows(3, 0).WithTasks("u", "t");
        Assert.Equal(["d", "a"], selected.Architectures);
        Assert.Equal(["u", "t"], selected.Tasks);
        Assert.Equal([3, 1], selected.Column("t").ToArray());
        Assert.Equal(0, selected.IndexOf("d"));
        Assert.Throws<ArgumentException>(() => Table.WithRows(1, 1));
        Assert.Throws<InputException>(() => Table.WithTasks("v"));
    }

    [Fact]
    public void Content_hash_ignores_name_and_order_and_sees_every_value()
    {
        double[] u = [double.NaN, double.NaN, double.NaN, -0.5];
        var shuffled = new BenchmarkTable("other", ["d", "c", "b", "a"], ["u", "t"], [[.. u.Reverse()], [3, double.NaN, 3, 1]]);
        Assert.Equal(Table.ContentHash, shuffled.ContentHash);
        Assert.Matches("^[0-9a-f]{64}$", Table.ContentHash);
        Assert.NotEqual(Table.ContentHash, Table.WithTasks("t").ContentHash);
        Assert.NotEqual(Table.ContentHash, Table.WithRows(0, 1, 2).ContentHash);
        Assert.NotEqual(
            Table.ContentHash,
            new BenchmarkTable("small", ["a", "b", "c", "d"], ["t", "u"], [[1, 3, 0, 3], u]).ContentHash);
    }

    [Fact]
    public void Later_changes_of_the_given_columns_do_not_reach_the_table()
    {
        double[] column = [1, 2];
        var table = new BenchmarkTable("copy", ["a", "b"], ["t"], [column]);
        column[0] = 9;
        Assert.Equal(1, table.Value(0, "t"));
    }

    [Fact]
    public void What_is_no_table_cannot_be_created()
    {
        Assert.Throws<ArgumentException>(() => new BenchmarkTable("x", ["a", "a"], ["t"], [[1, 2]]));
        Assert.Throws<ArgumentException>(() => new BenchmarkTable("x", ["a", "b"], ["t", "t"], [[1, 2], [1, 2]]));
        Assert.Throws<ArgumentException>(() => new BenchmarkTable("x", ["a", "b"], ["t"], [[1]]));
        Assert.Throws<ArgumentException>(() => new BenchmarkTable("x", ["a", "b"], ["t", "u"], [[1, 2]]));
        Assert.Throws<ArgumentException>(() => new BenchmarkTable("x", ["a", " "], ["t"], [[1, 2]]));
        Assert.Throws<ArgumentException>(() => new BenchmarkTable("x", ["a", "b"], ["t"], [[1, double.PositiveInfinity]]));
    }
}
