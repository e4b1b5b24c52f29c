using Surrogates.Architectures;
using Surrogates.Benchmarks;
using Surrogates.Evaluation;
using Surrogates.Numerics;
using Surrogates.Tests;
using Surrogates.Training.Networks;
using Surrogates.Training.ZeroCost;

namespace Surrogates.Training.Tests.ZeroCost;

/// <summary>Small networks on small pictures rank as the benchmark's own were tabulated.</summary>
public sealed class TabulatedProxiesTests
{
    private const int Count = 60;

    [Fact]
    [Trait("Category", "Slow")]
    public void Sixty_cells_rank_as_tabulated()
    {
        var table = FeatureTable.Load(SharedData.TransNasBench101("micro_proxies.csv"));
        var random = SplitMix64.ForStream(1, 1);
        Architecture[] connected = [.. table.Architectures.Select(SearchSpaces.Micro.Parse).Where(SearchSpaces.Micro.IsConnected)];
        Architecture[] sample = [.. Enumerable.Range(0, 2 * Count).Select(_ => connected[random.Next(connected.Length)]).Distinct().Take(Count)];
        var (task, data) = TaskCases.Create("classification", count: 16, height: 64);
        var results = ZeroCostEvaluator.Evaluate(sample, task, TestImages.All(data), new ZeroCostOptions
        {
            Proxies = [.. new[] { "params", "flops", "synflow", "zen" }.Select(ZeroCostProxies.Find)],
            Network = new NetworkOptions { BaseChannels = 16, Modules = 5 },
            BatchSize = 16,
        });
        var tabulated = table.Join(sample.Select(architecture => architecture.Text));
        foreach (var (proxy, column) in new[]
        {
            ("params", "params_m"), ("flops", "flops_m"), ("synflow", "synflow_class_scene"), ("zen", "zen_class_scene"),
        })
        {
            var spearman = RankCorrelation.Spearman([.. results.Select(result => result.Values[proxy])], tabulated.Column(column));
            TestContext.Current.TestOutputHelper?.WriteLine($"{proxy}: {spearman:F4}");
            Assert.True(spearman >= .95, $"{proxy}: {spearman:F3}");
        }
    }
}
