using System.Collections.Concurrent;
using Surrogates.Training.ZeroCost.Proxies;

namespace Surrogates.Training.ZeroCost;

/// <summary>The zero-cost proxies that are known.</summary>
public static class ZeroCostProxies
{
    private static readonly ConcurrentDictionary<string, IZeroCostProxy> Registered = new(StringComparer.OrdinalIgnoreCase);

    private static readonly IZeroCostProxy[] BuiltIn =
    [
        new EpeNas(),
        new Fisher(),
        new Flops(),
        new GradNorm(),
        new Grasp(),
        new Jacov(),
        new L2Norm(),
        new Naswot(),
        new Params(),
        new Plain(),
        new Snip(),
        new Synflow(),
        new Zen(),
    ];

    /// <summary>All proxies: the built-in ones first, then registered ones, each by name.</summary>
    public static IReadOnlyList<IZeroCostProxy> All =>
        [.. BuiltIn, .. Registered.Values.OrderBy(proxy => proxy.Name, StringComparer.Ordinal)];

    /// <summary>Adds a proxy of the user's own, for this process, or replaces one that was added.</summary>
    /// <exception cref="ArgumentException">There is a built-in proxy of that name, or the name is empty.</exception>
    public static void Register(IZeroCostProxy proxy)
    {
        ArgumentNullException.ThrowIfNull(proxy);
        ArgumentException.ThrowIfNullOrWhiteSpace(proxy.Name, nameof(proxy));
        if (BuiltIn.Any(builtIn => builtIn.Name.Equals(proxy.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"'{proxy.Name}' is a built-in proxy.", nameof(proxy));
        }

        Registered[proxy.Name] = proxy;
    }

    /// <summary>The proxy of that name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static IZeroCostProxy Find(string name) =>
        All.FirstOrDefault(proxy => proxy.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException($"proxy '{name}': there is no such proxy; known are {string.Join(", ", All.Select(proxy => proxy.Name))}.");
}
