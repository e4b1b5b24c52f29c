using System.CommandLine;
using Surrogates.Training.ZeroCost;

namespace Surrogates.Cli.Options;

/// <summary><c>--proxy</c>: names of zero-cost proxies, or all of them.</summary>
internal static class ProxyOption
{
    private const string All = "all";

    /// <summary>Creates the option.</summary>
    /// <param name="description">What the proxies are for, and the default.</param>
    public static Option<IReadOnlyList<string>> Create(string description) => CliOption.Names(
        "--proxy", $"{description}: {string.Join(", ", ZeroCostProxies.All.Select(proxy => proxy.Name))}.", "all|P,P");

    /// <summary>The proxies of these names.</summary>
    /// <exception cref="InputException">There is no such proxy.</exception>
    public static IReadOnlyList<IZeroCostProxy> Resolve(IReadOnlyList<string> names) =>
        names is [All] ? ZeroCostProxies.All : [.. names.Select(ZeroCostProxies.Find).Distinct()];
}
