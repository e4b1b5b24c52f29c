using Surrogates.Architectures.Cells;

namespace Surrogates.Tests.Architectures;

/// <summary>
/// What a cell computes, found by brute force and independently of the library: the multigraph of operations on paths from
/// input to output, nodes with one identity as input or as output contracted, as the least of its texts over all labellings of its nodes.
/// </summary>
internal static class NetworkNormalForm
{
    public static string Of(CellSearchSpace space, ReadOnlySpan<byte> choices)
    {
        var edges = LiveEdges(space, choices);
        Contract(space, edges);
        var inner = edges.Select(edge => edge.To).Where(node => node < space.Nodes - 1).Distinct().ToList();
        return Permutations(inner.Count).Select(labels => Write(edges, inner, labels)).Min(StringComparer.Ordinal) ?? "";
    }

    /// <summary>The edges that lie on a path from input to output.</summary>
    public static List<(int From, int To, int Operation)> LiveEdges(CellSearchSpace space, ReadOnlySpan<byte> choices)
    {
        var edges = new List<(int From, int To, int Operation)>();
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i] != space.NoneOperation)
            {
                edges.Add((space.Edges[i].From, space.Edges[i].To, choices[i]));
            }
        }

        // Edges that nothing feeds or that feed nothing are taken away until none is left.
        while (edges.RemoveAll(edge => !IsFed(edge.From) || !IsUsed(edge.To)) > 0)
        {
        }

        return edges;

        bool IsFed(int node) => node == 0 || edges.Any(edge => edge.To == node);

        bool IsUsed(int node) => node == space.Nodes - 1 || edges.Any(edge => edge.From == node);
    }

    private static void Contract(CellSearchSpace space, List<(int From, int To, int Operation)> edges)
    {
        while (Enumerable.Range(1, space.Nodes - 2).Any(node => TakeOut(node, edge => edge.To, edges, space.IdentityOperation)))
        {
        }

        var smaller = edges.ToList();
        while (Enumerable.Range(1, space.Nodes - 2).Any(node =>
            TakeOut(node, edge => edge.To, smaller, space.IdentityOperation) || TakeOut(node, edge => edge.From, smaller, space.IdentityOperation)))
        {
        }

        // Parallel operations need a copy of their source each; only what the cell has room for is a network of the space.
        var nodes = smaller.SelectMany(edge => new[] { edge.From, edge.To }).Append(0).Append(space.Nodes - 1).Distinct();
        var room = nodes.Sum(node => Math.Max(
            1, smaller.Where(edge => edge.From == node).GroupBy(edge => edge.To).Select(group => group.Count()).DefaultIfEmpty(1).Max()));
        if (room <= space.Nodes)
        {
            edges.Clear();
            edges.AddRange(smaller);
        }
    }

    // Takes out a node whose one edge at an end is an identity: its edges at the other end go on from where the identity led.
    private static bool TakeOut(
        int node,
        Func<(int From, int To, int Operation), int> end,
        List<(int From, int To, int Operation)> edges,
        int identity)
    {
        if (edges.Where(edge => end(edge) == node).ToList() is not [var only] || only.Operation != identity)
        {
            return false;
        }

        edges.Remove(only);
        for (var i = 0; i < edges.Count; i++)
        {
            edges[i] = (edges[i].From == node ? only.From : edges[i].From, edges[i].To == node ? only.To : edges[i].To, edges[i].Operation);
        }

        return true;
    }

    private static string Write(List<(int From, int To, int Operation)> edges, List<int> inner, int[] labels)
    {
        var texts = edges.Select(edge => $"{Label(edge.From)}>{Label(edge.To)}:{edge.Operation}");
        return string.Join(' ', texts.Order(StringComparer.Ordinal));

        string Label(int node) => inner.IndexOf(node) is var i and >= 0 ? $"n{labels[i]}" : node == 0 ? "in" : "out";
    }

    private static IEnumerable<int[]> Permutations(int count) =>
        count == 0
            ? [[]]
            : Permutations(count - 1).SelectMany(
                shorter => Enumerable.Range(0, count).Select<int, int[]>(at => [.. shorter[..at], count - 1, .. shorter[at..]]));
}
