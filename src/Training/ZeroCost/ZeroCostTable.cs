using Surrogates.Benchmarks;
using Surrogates.Training.Tasks;

namespace Surrogates.Training.ZeroCost;

/// <summary>Zero-cost proxies as a table of features for surrogates.</summary>
public static class ZeroCostTable
{
    /// <summary>
    /// The name of a proxy's column: <c>&lt;proxy&gt;_&lt;task&gt;</c>, as the tables of TransNAS-Bench-101 have it, so that columns of
    /// several tasks stand side by side; the proxy's name alone where it does not depend on the task.
    /// </summary>
    public static string ColumnOf(IZeroCostProxy proxy, string task)
    {
        ArgumentNullException.ThrowIfNull(proxy);
        return proxy.DependsOnTask ? $"{proxy.Name}_{task}" : proxy.Name;
    }

    /// <summary>A row an architecture, a column a proxy. Of an architecture that is there twice, the first counts.</summary>
    /// <param name="name">The name of the table.</param>
    /// <param name="results">What was computed.</param>
    /// <param name="task">The task that it was computed for.</param>
    /// <param name="proxies">The proxies that become columns.</param>
    public static FeatureTable Create(
        string name, IEnumerable<ZeroCostResult> results, ITrainingTask task, IReadOnlyList<IZeroCostProxy> proxies)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(proxies);
        ZeroCostResult[] rows = [.. results.DistinctBy(result => result.Architecture.Text)];
        return FeatureTable.Create(
            name,
            [.. rows.Select(row => row.Architecture.Text)],
            [.. proxies.Select(proxy => ColumnOf(proxy, task.Name))],
            [.. proxies.Select(proxy => rows.Select(row => row.Values[proxy.Name]).ToArray())]);
    }
}
