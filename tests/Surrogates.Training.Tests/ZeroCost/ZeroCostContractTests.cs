using Surrogates.Architectures;
using Surrogates.Tests;
using Surrogates.Training.Networks;
using Surrogates.Training.ZeroCost;
using static TorchSharp.torch;

namespace Surrogates.Training.Tests.ZeroCost;

/// <summary>What holds of every proxy, on every kind of space, for every task.</summary>
public sealed class ZeroCostContractTests
{
    private static readonly string[] Counting = ["flops", "l2_norm", "params"];

    public static TheoryData<string> Tasks => TaskCases.Names;

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Without_a_path_only_what_counts_is_a_number(string task) => Assert.All(
        ZeroCostCases.Evaluate(task, ZeroCostCases.Empty),
        result => Assert.Equal(Counting, result.Values.Where(pair => double.IsFinite(pair.Value)).Select(pair => pair.Key).Order()));

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Every_proxy_of_a_full_network_is_a_number_and_the_same_however_many_run_at_a_time(string task)
    {
        var results = ZeroCostCases.Evaluate(task, ZeroCostCases.Full);
        Assert.All(
            results,
            result => Assert.All(result.Values, pair => Assert.True(double.IsFinite(pair.Value), $"{result.Architecture} {pair.Key}")));
        var sideBySide = ZeroCostCases.Evaluate(task, ZeroCostCases.Full, ZeroCostCases.Options with { Parallelism = 4 });
        Assert.Equal(ZeroCostCases.Bits(results), ZeroCostCases.Bits(sideBySide));
    }

    [Fact]
    public void Another_seed_gives_other_weights_and_another_batch()
    {
        var options = ZeroCostCases.Options with { Proxies = [.. new[] { "l2_norm", "naswot", "zen" }.Select(ZeroCostProxies.Find)] };
        var results = ZeroCostCases.Evaluate("classification", ZeroCostCases.Full, options);
        var others = ZeroCostCases.Evaluate("classification", ZeroCostCases.Full, options with { Seed = 2 });
        Assert.All(results.Zip(others), pair => Assert.All(
            pair.First.Values, value => Assert.NotEqual(value.Value, pair.Second.Values[value.Key])));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_proxy_does_not_depend_on_which_others_are_asked_for(string task)
    {
        // On the macro network, features end as single pixels, whose order in memory is open: where rounding would differ first.
        Architecture[] architectures = [.. ZeroCostCases.Full.Take(2)];
        var all = ZeroCostCases.Evaluate(task, architectures);
        foreach (var proxy in ZeroCostCases.Options.Proxies)
        {
            var alone = ZeroCostCases.Evaluate(task, architectures, ZeroCostCases.Options with { Proxies = [proxy] });
            Assert.Equal(all.Select(result => result.Values[proxy.Name]), alone.Select(result => Assert.Single(result.Values).Value));
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Weights_and_statistics_stay_as_they_are(string task)
    {
        var state = new StateProxy();
        var after = ZeroCostCases.Evaluate(
            task, ZeroCostCases.Full, ZeroCostCases.Options with { Proxies = [.. ZeroCostCases.Options.Proxies, state] });
        var untouched = ZeroCostCases.Evaluate(task, ZeroCostCases.Full, ZeroCostCases.Options with { Proxies = [state] });
        Assert.Equal(untouched.Select(result => result.Values[state.Name]), after.Select(result => result.Values[state.Name]));
    }

    [Fact]
    public void A_proxy_that_changes_its_network_changes_no_other()
    {
        var destroyer = new DestroyingProxy();
        var results = ZeroCostCases.Evaluate(
            "classification", ZeroCostCases.Full, ZeroCostCases.Options with { Proxies = [destroyer, .. ZeroCostCases.Options.Proxies] });
        var expected = ZeroCostCases.Evaluate("classification", ZeroCostCases.Full);
        Assert.All(results.Zip(expected), pair => Assert.All(
            pair.Second.Values, value => Assert.Equal(value.Value, pair.First.Values[value.Key])));
        Assert.All(results, result => Assert.Equal(0, result.Values[destroyer.Name]));
    }

    [Fact]
    public void A_proxy_reads_only_what_it_says_that_it_needs()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => ZeroCostCases.Evaluate(
            "classification", ZeroCostCases.Full, ZeroCostCases.Options with { Proxies = [new GreedyProxy()] }));
        Assert.Contains(nameof(ZeroCostNeeds.WeightGradients), exception.Message);
    }

    [Fact]
    public void What_is_not_finite_is_missing() => Assert.All(
        ZeroCostCases.Evaluate("classification", ZeroCostCases.Full, ZeroCostCases.Options with { Proxies = [new InfiniteProxy()] }),
        result => Assert.True(double.IsNaN(result.Values["infinite"])));

    [Fact]
    public void Progress_brings_every_result_and_a_stop_keeps_them()
    {
        var (task, data) = TaskCases.Create("classification", count: 8, height: 24);
        Architecture[] architectures = [.. SearchSpaces.Micro.Enumerate().Take(200)];
        using var source = new CancellationTokenSource();
        var seen = new List<ZeroCostProgress>();
        Assert.ThrowsAny<OperationCanceledException>(() => ZeroCostEvaluator.Evaluate(
            architectures,
            task,
            TestImages.All(data),
            ZeroCostCases.Options with { Proxies = [ZeroCostProxies.Find("params")], Parallelism = 2 },
            new Receiver<ZeroCostProgress>(progress =>
            {
                seen.Add(progress);
                if (progress.Done == 5)
                {
                    source.Cancel();
                }
            }),
            source.Token));
        Assert.InRange(seen.Count, 5, 199);
        Assert.Equal(Enumerable.Range(1, seen.Count), seen.Select(progress => progress.Done));
        Assert.Equal(seen.Count, seen.Select(progress => progress.Result.Architecture).Distinct().Count());
        Assert.All(seen, progress => Assert.Equal(200, progress.Count));
    }

    [Fact]
    public void Bad_options_are_told()
    {
        Assert.Contains("batch size: 1", Refusal(ZeroCostCases.Options with { BatchSize = 1 }));
        Assert.Contains("base channels: 3", Refusal(ZeroCostCases.Options with { Network = new NetworkOptions { BaseChannels = 3 } }));
        Assert.Contains("proxies: 0", Refusal(ZeroCostCases.Options with { Proxies = [] }));
        var (task, data) = TaskCases.Create("classification", count: 8);
        Assert.Contains("at least 2", Assert.Throws<InputException>(
            () => ZeroCostEvaluator.Evaluate(ZeroCostCases.Full, task, new(data, [1]), ZeroCostCases.Options)).Message);

        static string Refusal(ZeroCostOptions options) =>
            Assert.Throws<InputException>(() => ZeroCostCases.Evaluate("classification", ZeroCostCases.Full, options)).Message;
    }

    private sealed class StateProxy : IZeroCostProxy
    {
        public string Name => "state";

        public string Description => "a number that no change of weights or statistics leaves as it is";

        public double Compute(ZeroCostContext context)
        {
            var hash = new HashCode();
            foreach (var tensor in context.Network.parameters().Concat(context.Network.buffers()))
            {
                hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(tensor.detach().contiguous().data<float>().ToArray().AsSpan()));
            }

            return hash.ToHashCode();
        }
    }

    private sealed class DestroyingProxy : IZeroCostProxy
    {
        public string Name => "destroyer";

        public string Description => "sets all weights to 0";

        public bool ChangesNetwork => true;

        public double Compute(ZeroCostContext context)
        {
            using var noGradient = no_grad();
            foreach (var weight in context.Weights)
            {
                weight.zero_();
            }

            return context.Weights.Sum(weight => weight.abs().sum().item<float>());
        }
    }

    private sealed class GreedyProxy : IZeroCostProxy
    {
        public string Name => "greedy";

        public string Description => "reads what it does not need";

        public ZeroCostNeeds Needs => ZeroCostNeeds.ActivationKernel;

        public double Compute(ZeroCostContext context) => context.WeightGradients.Count;
    }

    private sealed class InfiniteProxy : IZeroCostProxy
    {
        public string Name => "infinite";

        public string Description => "more than any number";

        public double Compute(ZeroCostContext context) => double.PositiveInfinity;
    }
}
