using Surrogates.Benchmarks;
using Surrogates.Tests;
using Surrogates.Training.ZeroCost;

namespace Surrogates.Training.Tests.ZeroCost;

public sealed class ZeroCostTableTests
{
    [Fact]
    public void A_table_has_a_column_a_proxy_and_reads_back_from_its_file()
    {
        using var folder = new TemporaryFolder();
        var (task, _) = TaskCases.Create("jigsaw");
        IZeroCostProxy[] proxies = [.. new[] { "params", "synflow", "naswot" }.Select(ZeroCostProxies.Find)];
        var architecture = ZeroCostCases.Spaces[0];
        var results = ZeroCostCases.Evaluate(
            "jigsaw",
            [.. new[] { architecture.Full, architecture.Empty!, architecture.Full }.Select(architecture.Space.Parse)],
            ZeroCostCases.Options with { Proxies = proxies });
        var table = ZeroCostTable.Create("own", results, task, proxies);
        Assert.Equal("own", table.Name);
        Assert.Equal(["params", "synflow_jigsaw", "naswot_jigsaw"], table.Features);
        Assert.Equal([architecture.Full, architecture.Empty!], table.Architectures);
        Assert.Equal([results[0].Values["synflow"], double.NaN], table.Column("synflow_jigsaw").ToArray());
        table.Save(folder.File("own.csv"));
        var read = FeatureTable.Load(folder.File("own.csv"));
        Assert.Equal(table.Architectures, read.Architectures);
        Assert.All(table.Features, feature => Assert.Equal(table.Column(feature).ToArray(), read.Column(feature).ToArray()));
    }

    [Fact]
    public void Proxies_are_found_by_name_and_users_add_their_own()
    {
        Assert.Equal(
            ["epe_nas", "fisher", "flops", "grad_norm", "grasp", "jacov", "l2_norm", "naswot", "params", "plain", "snip", "synflow", "zen"],
            ZeroCostProxies.All.Take(13).Select(proxy => proxy.Name));
        Assert.All(ZeroCostProxies.All, proxy => Assert.NotEqual("", proxy.Description));
        Assert.Equal("synflow", ZeroCostProxies.Find("SynFlow").Name);
        Assert.Contains("known are epe_nas, fisher", Assert.Throws<InputException>(() => ZeroCostProxies.Find("magic")).Message);
        Assert.Throws<ArgumentException>(() => ZeroCostProxies.Register(new Depth("Zen")));
        ZeroCostProxies.Register(new Depth("depth of weights"));
        Assert.Equal(ZeroCostProxies.Find("depth of weights"), ZeroCostProxies.All[13]);
    }

    private sealed class Depth(string name) : IZeroCostProxy
    {
        public string Name => name;

        public string Description => "tensors of weights";

        public double Compute(ZeroCostContext context) => context.Weights.Count;
    }
}
