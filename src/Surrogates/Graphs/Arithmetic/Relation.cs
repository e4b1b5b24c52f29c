namespace Surrogates.Graphs.Arithmetic;

/// <summary>How a node is connected to another one.</summary>
internal enum Relation
{
    /// <summary>It is the node itself.</summary>
    Same,

    /// <summary>It takes the other's output in.</summary>
    Receives,

    /// <summary>The other takes its output in.</summary>
    Sends,

    /// <summary>It comes later on a path.</summary>
    Follows,

    /// <summary>It comes earlier on a path.</summary>
    Precedes,

    /// <summary>No path leads through both.</summary>
    Unrelated,
}

/// <summary>What is known of relations.</summary>
internal static class Relations
{
    /// <summary>How many there are.</summary>
    public const int Count = (int)Relation.Unrelated + 1;

    /// <summary>For each pair of nodes of a graph, receiver first, their relation.</summary>
    /// <param name="adjacent">Whether an edge leads from a (lower) node to another: node × node.</param>
    /// <param name="nodes">The number of nodes, in topological order.</param>
    public static Relation[] Of(ReadOnlySpan<bool> adjacent, int nodes)
    {
        var reaches = adjacent.ToArray();
        for (var from = nodes - 1; from >= 0; from--)
        {
            for (var over = from + 1; over < nodes; over++)
            {
                for (var to = over + 1; adjacent[(from * nodes) + over] && to < nodes; to++)
                {
                    reaches[(from * nodes) + to] |= reaches[(over * nodes) + to];
                }
            }
        }

        var relations = new Relation[nodes * nodes];
        for (var receiver = 0; receiver < nodes; receiver++)
        {
            for (var other = 0; other < nodes; other++)
            {
                relations[(receiver * nodes) + other] =
                    receiver == other ? Relation.Same
                    : adjacent[(other * nodes) + receiver] ? Relation.Receives
                    : adjacent[(receiver * nodes) + other] ? Relation.Sends
                    : reaches[(other * nodes) + receiver] ? Relation.Follows
                    : reaches[(receiver * nodes) + other] ? Relation.Precedes
                    : Relation.Unrelated;
            }
        }

        return relations;
    }
}
