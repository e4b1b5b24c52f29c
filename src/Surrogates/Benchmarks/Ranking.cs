namespace Surrogates.Benchmarks;

internal static class Ranking
{
    /// <summary>The rows of the highest values, best first, without NaN; of equal values, the earlier row first.</summary>
    public static RankedArchitecture[] Best(IReadOnlyList<string> architectures, ReadOnlySpan<double> values, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var rows = new List<(double Value, int Row)>(values.Length);
        for (var row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]))
            {
                rows.Add((values[row], row));
            }
        }

        rows.Sort(static (a, b) => a.Value == b.Value ? a.Row.CompareTo(b.Row) : b.Value.CompareTo(a.Value));
        return [.. rows.Take(count).Select(pair => new RankedArchitecture(pair.Row, architectures[pair.Row], pair.Value))];
    }
}
