using Surrogates.Architectures.Cells;

namespace Surrogates.Tests.Architectures;

/// <summary>
/// What a cell computes, found by brute force and independently of the library: the multigraph of operations on paths from
/// input to output, nodes with one identity as input contracted, as the least of its texts over all labellings of its nodes.
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

    /// <summary>The edges that lie on a path from input to output, as the union of all such paths.</summary>
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

        return [.. edges.Where(edge => Reaches(0, edge.From) && Reaches(edge.To, space.Nodes - 1))];

        bool Reaches(int from, int to) => from == to || edges.Any(edge => edge.From == from && Reaches(edge.To, to));
    }

    private static void Contract(CellSearchSpace space, List<(int From, int To, int Operation)> edges)
    {
        for (var node = 1; node < space.Nodes - 1; node++)
        {
            var inputs = edges.Where(edge => edge.To == node).ToList();
            if (inputs is [var input] && input.Operation == space.IdentityOperation)
            {
                edges.Remove(input);
                for (var i = 0; i < edges.Count; i++)
                {
                    edges[i] = edges[i].From == node ? edges[i] with { From = input.From } : edges[i];
                }
            }
        }
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
