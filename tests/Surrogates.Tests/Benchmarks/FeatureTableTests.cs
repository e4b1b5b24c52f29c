using Surrogates.Benchmarks;

namespace Surrogates.Tests.Benchmarks;

public sealed class FeatureTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Features_are_joined_on_the_architecture()
    {
        var table = FeatureTable.Load(_folder.File("proxies.csv", "arch,zen,synflow\na,1,2\nb,,4\n"));
        var joined = table.Join(["b", "missing", "a"]);
        Assert.Equal("proxies", table.Name);
        Assert.Equal(["zen", "synflow"], joined.Features);
        Assert.Equal(["b", "missing", "a"], joined.Architectures);
        Assert.Equal([double.NaN, double.NaN, 1], joined.Column("zen").ToArray());
        Assert.Equal([4, double.NaN, 2], joined.Column("synflow").ToArray());
        Assert.Equal(1, table.IndexOf("b"));
    }

    [Fact]
    public void Bad_number_is_told_with_what_is_right_for_a_feature()
    {
        var path = _folder.File("proxies.csv", "arch,zen\na,?\n");
        Assert.Equal(
            $"{path}: line 2, column 3: '?' in column 'zen' is not a finite number; write one like -0.25 or 1e3, or nothing for missing.",
            Assert.Throws<BenchmarkFormatException>(() => FeatureTable.Load(path)).Message);
    }

    [Fact]
    public void Unknown_feature_is_told_with_the_known_ones()
    {
        var table = FeatureTable.Load(_folder.File("proxies.csv", "arch,zen,synflow\na,1,2\n"));
        Assert.Equal(
            "proxies has no feature 'grasp'; it has zen, synflow.",
            Assert.Throws<InputException>(() => { table.Column("grasp"); }).Message);
    }

    [Fact]
    public void Real_proxies_are_read()
    {
        var table = FeatureTable.Load(SharedData.TransNasBench101("micro_proxies.csv"));
        Assert.Equal(4096, table.Architectures.Count);
        Assert.Equal(0.051807, table.Column("params_m")[table.IndexOf("64-41414-0_00_000")]);
        Assert.True(double.IsNaN(table.Column("zen_jigsaw")[0]));
    }
}
