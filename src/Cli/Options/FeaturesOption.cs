using System.CommandLine;
using Surrogates.Benchmarks;

namespace Surrogates.Cli.Options;

/// <summary><c>--features</c>: numeric columns from elsewhere, joined on <c>arch</c>.</summary>
internal static class FeaturesOption
{
    public static Option<string?> Create() => CliOption.Text(
        "--features", "CSV with a column arch and numeric columns, such as zero-cost proxies, to use beside the encoding.", "F.csv");

    /// <summary>Reads the table, where one was given.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static FeatureTable? Load(string? path) => path is null ? null : FeatureTable.Load(path);
}
