using Surrogates.Benchmarks;

namespace Surrogates.Tests.Benchmarks;

public sealed class BenchmarkTableFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Saved_table_replaces_the_file_and_leaves_nothing_beside_it()
    {
        var table = new BenchmarkTable("x", ["a", "b,c"], ["t"], [[0.1, double.NaN]]);
        var path = _folder.File("table.csv", "old");
        table.Save(path);
        Assert.Equal("arch,t\na,0.1\n\"b,c\",\n", File.ReadAllText(path));
        Assert.Equal(["table.csv"], _folder.Names());
        Assert.Equal(table.ContentHash, BenchmarkTable.Load(path).ContentHash);
    }

    [Fact]
    public void File_system_refusals_are_input_errors()
    {
        var missing = _folder.File("missing.csv");
        Assert.Equal(
            $"{missing}: cannot read it: there is no such file or folder.",
            Assert.Throws<InputException>(() => BenchmarkTable.Load(missing)).Message);
        var table = new BenchmarkTable("x", ["a"], ["t"], [[1]]);
        var nowhere = _folder.File(Path.Combine("no", "folder.csv"));
        Assert.Equal(
            $"{nowhere}: cannot write it: there is no such file or folder.",
            Assert.Throws<InputException>(() => table.Save(nowhere)).Message);
    }

    [Fact]
    public void File_without_a_name_is_an_input_error()
    {
        Assert.Equal("there is no file to read: its name is empty.", Assert.Throws<InputException>(() => BenchmarkTable.Load("")).Message);
        Assert.Throws<InputException>(() => BenchmarkTable.Load(AppContext.BaseDirectory));
    }

    [Fact]
    public void Content_decides_the_format()
    {
        var path = _folder.File("table.csv");
        File.Copy(Fixture.Path("legacy-protocol0"), path);
        Assert.Equal("macro", BenchmarkTable.Load(path, new() { Space = "macro" }).Name);
        Assert.Equal(["a"], BenchmarkTable.Load(_folder.File("table.pth", "arch,t\na,1\n")).Architectures);
    }

    [Fact]
    public void Official_file_needs_a_space()
    {
        var path = Fixture.Path("zip-lists");
        Assert.Equal(
            $"{path}: it holds the search spaces macro, micro; name one as the space to take (--space on the command line).",
            Assert.Throws<InputException>(() => BenchmarkTable.Load(path)).Message);
        Assert.Equal(
            "there is no search space 'nano'; there are macro, micro.",
            Assert.Throws<InputException>(() => BenchmarkTable.Load(path, new() { Space = "nano" })).Message);
    }

    [Fact]
    public void Csv_takes_neither_metric_nor_epoch()
    {
        var path = _folder.File("table.csv", "arch,t\na,1\n");
        const string Rest = "can be chosen only from the official .pth of TransNAS-Bench-101; "
            + "this is a CSV table, which holds one number a task.";
        Assert.Equal(
            $"{path}: a metric {Rest}",
            Assert.Throws<InputException>(() => BenchmarkTable.Load(path, new() { Metric = "test_top1" })).Message);
        Assert.Equal(
            $"{path}: an epoch {Rest}",
            Assert.Throws<InputException>(() => BenchmarkTable.Load(path, new() { Epoch = BenchmarkEpoch.Best })).Message);
        Assert.Equal(1, BenchmarkTable.Load(path, new() { Space = "micro" }).Count);
    }

    [Theory]
    [InlineData("micro.csv", 4096, "64-41414-0_00_000", 7.4840765)]
    [InlineData("macro.csv", 3256, "64-4111-basic", 52.970741)]
    public void Real_tables_are_read(string file, int count, string architecture, double scene)
    {
        var table = BenchmarkTable.Load(SharedData.TransNasBench101(file));
        Assert.Equal(count, table.Count);
        Assert.Equal(7, table.Tasks.Count);
        Assert.All(table.Tasks, task => Assert.Equal(count, table.MeasuredCount(task)));
        Assert.Equal(scene, table.Value(table.IndexOf(architecture), "class_scene"));

        using var stream = new MemoryStream();
        table.WriteCsv(stream);
        stream.Position = 0;
        Assert.Equal(table.ContentHash, BenchmarkTable.ReadCsv(stream, file).ContentHash);
    }
}
