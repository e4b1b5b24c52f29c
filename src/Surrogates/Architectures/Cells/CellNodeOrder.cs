using Surrogates.Numerics;

namespace Surrogates.Architectures.Cells;

/// <summary>
/// Orders the nodes of a cell's network so that isomorphic networks give the same cell: among all topological orders, the one
/// whose rows of incoming operations come first. Nodes that a Weisfeiler-Lehman colouring tells apart are never both tried.
/// </summary>
internal sealed class CellNodeOrder(CellNetwork network)
{
    private readonly int[] _order = new int[network.Nodes];
    private readonly bool[] _placed = new bool[network.Nodes];
    private ulong[]? _colors;
    private int[]? _best;

    /// <summary>The network's node at each position: the input first, the output last.</summary>
    public int[] Find()
    {
        _order[^1] = network.Nodes - 1;
        _placed[0] = true;
        Place(1);
        return _best!;
    }

    private void Place(int position)
    {
        if (position == network.Nodes - 1)
        {
            if (_best is null || Compare(_order, _best) < 0)
            {
                _best = (int[])_order.Clone();
            }

            return;
        }

        var candidates = FirstCandidates(position);
        for (var i = 0; i < candidates.Count; i++)
        {
            // Twins have the same sources and targets: either may go first, with the same result.
            if (candidates.Take(i).Any(earlier => AreTwins(earlier, candidates[i])))
            {
                continue;
            }

            _order[position] = candidates[i];
            _placed[candidates[i]] = true;
            Place(position + 1);
            _placed[candidates[i]] = false;
        }
    }

    private List<int> FirstCandidates(int position)
    {
        var first = new List<int>();
        for (var node = 1; node < network.Nodes - 1; node++)
        {
            if (_placed[node] || !SourcesPlaced(node))
            {
                continue;
            }

            var comparison = first.Count == 0 ? -1 : CompareNodes(node, first[0], position);
            if (comparison < 0)
            {
                first.Clear();
            }

            if (comparison <= 0)
            {
                first.Add(node);
            }
        }

        return first;
    }

    private bool SourcesPlaced(int node)
    {
        for (var from = 0; from < node; from++)
        {
            if (network.Operation(from, node) is not null && !_placed[from])
            {
                return false;
            }
        }

        return true;
    }

    private int CompareNodes(int left, int right, int position)
    {
        var rows = CompareRows(_order, left, _order, right, position);
        if (rows != 0)
        {
            return rows;
        }

        // Few networks need them.
        _colors ??= Color(network);
        return _colors[left].CompareTo(_colors[right]);
    }

    private int Compare(int[] left, int[] right)
    {
        for (var position = 1; position < left.Length; position++)
        {
            var rows = CompareRows(left, left[position], right, right[position], position);
            if (rows != 0)
            {
                return rows;
            }
        }

        return 0;
    }

    private int CompareRows(int[] leftOrder, int left, int[] rightOrder, int right, int length)
    {
        for (var i = 0; i < length; i++)
        {
            var comparison = (network.Operation(leftOrder[i], left) ?? -1).CompareTo(network.Operation(rightOrder[i], right) ?? -1);
            if (comparison != 0)
            {
                return comparison;
            }
        }

        return 0;
    }

    private bool AreTwins(int left, int right)
    {
        for (var other = 0; other < network.Nodes; other++)
        {
            if (network.Operation(other, left) != network.Operation(other, right)
                || network.Operation(left, other) != network.Operation(right, other))
            {
                return false;
            }
        }

        return true;
    }

    private static ulong[] Color(CellNetwork network)
    {
        var colors = new ulong[network.Nodes];
        colors[0] = 1;
        colors[^1] = 2;
        for (var round = 0; round < network.Nodes; round++)
        {
            var next = new ulong[network.Nodes];
            for (var node = 0; node < network.Nodes; node++)
            {
                next[node] = SplitMix64.Mix(colors[node]);
                for (var other = 0; other < network.Nodes; other++)
                {
                    // Sums do not depend on the order of the neighbours.
                    if (network.Operation(other, node) is { } incoming)
                    {
                        next[node] += SplitMix64.Mix(colors[other] ^ SplitMix64.Mix(incoming + 0x100UL));
                    }

                    if (network.Operation(node, other) is { } outgoing)
                    {
                        next[node] += SplitMix64.Mix(colors[other] ^ SplitMix64.Mix(outgoing + 0x200UL));
                    }
                }
            }

            colors = next;
        }

        return colors;
    }
}
