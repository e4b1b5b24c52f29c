using Surrogates.Architectures;
using Surrogates.Training.Networks;
using Surrogates.Training.ZeroCost;

namespace Surrogates.Training.Tests.ZeroCost;

/// <summary>Small evaluations of every space.</summary>
internal static class ZeroCostCases
{
    /// <summary>Of each kind of space, a network that computes all that it has, and where there is one, a cell through which nothing passes.</summary>
    public static readonly (ISearchSpace Space, string Full, string? Empty)[] Spaces =
    [
        (SearchSpaces.Micro, "64-41414-3_12_231", "64-41414-0_03_030"),
        (SearchSpaces.Macro, "64-4441-basic", null),
        (
            SearchSpaces.NasBench201,
            "|nor_conv_3x3~0|+|avg_pool_3x3~0|nor_conv_1x1~1|+|skip_connect~0|nor_conv_1x1~1|nor_conv_3x3~2|",
            "|none~0|+|none~0|nor_conv_3x3~1|+|none~0|none~1|none~2|"),
        (TestSpaces.Cell, TestSpaces.Mixed, TestSpaces.Cell.Create([0, 0, 2, 0, 2, 2]).Text),
    ];

    public static IReadOnlyList<Architecture> Full => [.. Spaces.Select(space => space.Space.Parse(space.Full))];

    public static IReadOnlyList<Architecture> Empty =>
        [.. Spaces.Where(space => space.Empty is not null).Select(space => space.Space.Parse(space.Empty!))];

    public static ZeroCostOptions Options { get; } = new()
    {
        // Not those that other tests register meanwhile.
        Proxies = [.. ZeroCostProxies.All.Take(13)],
        Network = new NetworkOptions { BaseChannels = 8, Modules = 1 },
        BatchSize = 8,
        Parallelism = 1,
    };

    public static IReadOnlyList<ZeroCostResult> Evaluate(
        string taskCase, IReadOnlyList<Architecture> architectures, ZeroCostOptions? options = null)
    {
        var (task, data) = TaskCases.Create(taskCase, count: 16, height: 24);
        return ZeroCostEvaluator.Evaluate(architectures, task, TestImages.All(data), options ?? Options);
    }

    /// <summary>All numbers, bit by bit.</summary>
    public static string[] Bits(IReadOnlyList<ZeroCostResult> results) =>
    [
        .. results.SelectMany(result => result.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(
            pair => $"{result.Architecture.Text} {pair.Key} {BitConverter.DoubleToInt64Bits(pair.Value):x}")),
    ];
}
