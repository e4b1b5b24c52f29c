namespace Surrogates.Architectures.Cells;

/// <summary>
/// Removes weightless identities from a cell's network. A node whose one input is an identity holds what its source holds, so its outgoing edges
/// move to the source; a node whose one output is an identity only collects for its target, so its incoming edges move to the target.
/// What is left are operations between nodes, several between the same two where need be.
/// </summary>
internal sealed class IdentityMerging
{
    private readonly int _identity;
    private readonly int _output;
    private readonly List<(int From, int To, byte Operation)> _edges;

    private IdentityMerging(IEnumerable<(int From, int To, byte Operation)> edges, int output, int identity) =>
        (_edges, _output, _identity) = ([.. edges], output, identity);

    /// <summary>The network without needless identities.</summary>
    /// <param name="network">The network.</param>
    /// <param name="identity">The operation that is an identity.</param>
    /// <param name="maximumNodes">
    /// The nodes that the result may have. Parallel operations between two nodes need a copy of the source each; where moving edges
    /// to targets needs more copies than there is room for, only edges to sources are moved.
    /// </param>
    public static CellNetwork Apply(CellNetwork network, int identity, int maximumNodes)
    {
        var sources = new IdentityMerging(Edges(network), network.Nodes - 1, identity);
        sources.Merge(alsoTargets: false);
        var both = new IdentityMerging(sources._edges, network.Nodes - 1, identity);
        both.Merge(alsoTargets: true);
        return (both.CountNodes() <= maximumNodes ? both : sources).ToNetwork();
    }

    private static IEnumerable<(int From, int To, byte Operation)> Edges(CellNetwork network)
    {
        for (var to = 1; to < network.Nodes; to++)
        {
            for (var from = 0; from < to; from++)
            {
                if (network.Operation(from, to) is { } operation)
                {
                    yield return (from, to, operation);
                }
            }
        }
    }

    private void Merge(bool alsoTargets)
    {
        bool changed;
        do
        {
            changed = false;
            for (var node = 1; node < _output; node++)
            {
                changed |= TryMoveToSource(node) || (alsoTargets && TryMoveToTarget(node));
            }
        }
        while (changed);
    }

    private bool TryMoveToSource(int node)
    {
        if (_edges.FindAll(edge => edge.To == node) is not [var only] || only.Operation != _identity)
        {
            return false;
        }

        _edges.Remove(only);
        Replace(edge => edge.From == node, edge => edge with { From = only.From });
        return true;
    }

    private bool TryMoveToTarget(int node)
    {
        if (_edges.FindAll(edge => edge.From == node) is not [var only] || only.Operation != _identity)
        {
            return false;
        }

        _edges.Remove(only);
        Replace(edge => edge.To == node, edge => edge with { To = only.To });
        return true;
    }

    private void Replace(Predicate<(int From, int To, byte Operation)> match, Func<(int From, int To, byte Operation), (int, int, byte)> change)
    {
        for (var e = 0; e < _edges.Count; e++)
        {
            _edges[e] = match(_edges[e]) ? change(_edges[e]) : _edges[e];
        }
    }

    private int CountNodes() => Places().Sum(place => place.Count);

    // The nodes that are left, in topological order, each with as many copies as its widest bundle of parallel operations needs.
    private IEnumerable<(int Node, int Count)> Places() =>
        _edges.SelectMany(edge => new[] { edge.From, edge.To }).Append(0).Append(_output).Distinct().Order().Select(node => (
            node,
            _edges.Where(edge => edge.From == node).CountBy(edge => edge.To).Select(pair => pair.Value).DefaultIfEmpty(1).Max()));

    private CellNetwork ToNetwork()
    {
        var first = new Dictionary<int, int>();
        var nodes = 0;
        foreach (var (node, count) in Places())
        {
            first.Add(node, nodes);
            nodes += count;
        }

        // Parallel operations are dealt to the source and its copies in their order.
        var operations = new byte?[nodes, nodes];
        foreach (var bundle in _edges.GroupBy(edge => (edge.From, edge.To)))
        {
            var source = first[bundle.Key.From];
            var copy = 0;
            foreach (var operation in bundle.Select(edge => edge.Operation).Order())
            {
                operations[source + copy, first[bundle.Key.To]] = operation;
                if (copy > 0)
                {
                    operations[source, source + copy] = (byte)_identity;
                }

                copy++;
            }
        }

        return new CellNetwork(operations);
    }
}
